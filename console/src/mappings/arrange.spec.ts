import { describe, expect, it } from '@jest/globals';
import { arrange, filtered, firstRows, type RowGroup } from './arrange';
import type { DraftRow } from './draft';

function row(id: number, target: string, group: string, isNew = false): DraftRow {
  const now = { target, group };
  return { id, now, stored: isNew ? undefined : now, removed: false };
}

function idsOf(groups: readonly RowGroup[]) {
  return groups.map(({ title, rows }) => [title, rows.map(({ id }) => id)]);
}

const same = (target: string) => target;

describe('rows under headings', () => {
  it('have roles in order of elevation', () => {
    const rows = [row(1, 'Deactivated', 'a'), row(2, 'Annotator', 'b'), row(3, 'Administrator', 'c')];
    expect(idsOf(arrange('roles', rows, same))).toEqual([
      ['Administrator', [3]],
      ['Annotator', [2]],
      ['Deactivated', [1]],
    ]);
  });

  it('have projects by their titles, and groups by their names', () => {
    const titles = new Map([
      ['1', 'Zebra'],
      ['2', 'apple'],
    ]);
    const rows = [row(1, '1', 'b'), row(2, '2', 'a'), row(3, '1', 'A')];
    expect(idsOf(arrange('projects', rows, (id) => titles.get(id) ?? id))).toEqual([
      ['apple', [2]],
      ['Zebra', [3, 1]],
    ]);
  });

  it('begin with those that are new, and leave a changed one where it was', () => {
    const changed = { ...row(1, 'Alpha', 'x'), now: { target: 'Omega', group: 'x' } };
    expect(idsOf(arrange('workspaces', [changed, row(2, 'Beta', 'y'), row(3, 'Gamma', 'z', true)], same))).toEqual([
      ['New', [3]],
      ['Alpha', [1]],
      ['Beta', [2]],
    ]);
  });
});

describe('a filter', () => {
  const groups = arrange(
    'workspaces',
    [row(1, 'Radiology', 'acme-r'), row(2, 'Pathology', 'acme-p'), row(3, '', '', true)],
    same,
  );

  it.each([
    ['', [3, 2, 1]],
    ['RADIO', [3, 1]],
    ['acme-P', [3, 2]],
    ['nothing like it', [3]],
  ])('finds "%s" in titles and in groups, and keeps new rows', (text, ids) => {
    expect(filtered(groups, text).flatMap(({ rows }) => rows.map(({ id }) => id))).toEqual(ids);
  });
});

describe('the first rows', () => {
  const rows = Array.from({ length: 10 }, (_, at) => row(at + 1, `w${Math.floor(at / 4)}`, `g${at}`));

  it('are as many as wanted, over the groups', () => {
    const { groups, left } = firstRows(arrange('workspaces', rows, same), 5);
    expect(idsOf(groups)).toEqual([
      ['w0', [1, 2, 3, 4]],
      ['w1', [5]],
    ]);
    expect(left).toBe(5);
  });

  it('come with later ones that were touched, or are wanted', () => {
    const touched = rows.map((each) => (each.id === 8 ? { ...each, removed: true } : each));
    const { groups, left } = firstRows(arrange('workspaces', touched, same), 2, ({ id }) => id === 10);
    expect(groups.flatMap((group) => group.rows.map(({ id }) => id))).toEqual([1, 2, 8, 10]);
    expect(left).toBe(6);
  });
});
