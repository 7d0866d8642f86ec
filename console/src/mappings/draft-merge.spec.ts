import { describe, expect, it } from '@jest/globals';
import { beginDraft, type Draft, mappingsOf, stateOf, toSettings } from './draft';
import { type DraftEdit, edited } from './draft-edits';
import { driftOf } from './draft-merge';

type Pairs = string[][];

function stored(roles: Pairs) {
  return mappingsOf({ roles_groups: roles, workspaces_groups: [], projects_groups: [] });
}

const BEGAN: Pairs = [
  ['Manager', 'leads'],
  ['Reviewer', 'qa'],
];

/** Rows 1 and 2 are stored; the next new one is 3. */
function draftAfter(...edits: readonly DraftEdit[]): Draft {
  return edits.reduce(edited, beginDraft(stored(BEGAN)));
}

function sentAfter(theirs: Pairs, ...mine: readonly DraftEdit[]) {
  return toSettings(edited(draftAfter(...mine), { kind: 'bring over', stored: stored(theirs) })).roles_groups;
}

describe('what others did meanwhile', () => {
  it.each<[string, Pairs, { added: number; removed: number }]>([
    ['nothing, in another order', [...BEGAN].reverse(), { added: 0, removed: 0 }],
    ['a row more', [...BEGAN, ['Annotator', 'x']], { added: 1, removed: 0 }],
    ['a row less', [['Manager', 'leads']], { added: 0, removed: 1 }],
    [
      'a row changed',
      [
        ['Manager', 'leads'],
        ['Annotator', 'qa'],
      ],
      { added: 1, removed: 1 },
    ],
  ])('is counted: %s', (_, theirs, drift) => {
    expect(driftOf(stored(BEGAN), stored(theirs), ['roles'])).toEqual(drift);
  });

  it('is left out of account in lists that are not sent', () => {
    expect(driftOf(stored(BEGAN), stored([]), ['workspaces'])).toEqual({ added: 0, removed: 0 });
  });
});

describe('bringing changes over to what is stored now', () => {
  const addAnnotators: readonly DraftEdit[] = [
    { kind: 'add', panel: 'roles' },
    { kind: 'change', panel: 'roles', id: 3, to: { target: 'Annotator', group: 'annotators' } },
  ];

  it('keeps their new row and mine', () => {
    expect(sentAfter([...BEGAN, ['Administrator', 'platform']], ...addAnnotators)).toEqual([
      ...BEGAN,
      ['Administrator', 'platform'],
      ['Annotator', 'annotators'],
    ]);
  });

  it('has a row once that both added', () => {
    expect(sentAfter([...BEGAN, ['Annotator', 'Annotators']], ...addAnnotators)).toBeUndefined();
  });

  it('removes what I removed, and nothing of theirs', () => {
    const theirs = [...BEGAN, ['Administrator', 'platform']];
    expect(sentAfter(theirs, { kind: 'remove', panel: 'roles', id: 1 })).toEqual([
      ['Reviewer', 'qa'],
      ['Administrator', 'platform'],
    ]);
  });

  it('has nothing left to do when they removed the same row', () => {
    expect(sentAfter([['Reviewer', 'qa']], { kind: 'remove', panel: 'roles', id: 1 })).toBeUndefined();
  });

  it('makes my change of a row that they removed a new row', () => {
    const mine: DraftEdit = { kind: 'change', panel: 'roles', id: 2, to: { target: 'Annotator' } };
    const draft = edited(draftAfter(mine), { kind: 'bring over', stored: stored([['Manager', 'leads']]) });
    expect(draft.rows.roles.map(stateOf)).toEqual(['stored', 'new']);
    expect(toSettings(draft).roles_groups).toEqual([
      ['Manager', 'leads'],
      ['Annotator', 'qa'],
    ]);
  });

  it('brings rows that I left alone to where they are now', () => {
    expect(sentAfter([['Manager', 'leads-renamed']], ...addAnnotators)).toEqual([
      ['Manager', 'leads-renamed'],
      ['Annotator', 'annotators'],
    ]);
  });

  it('does not take a stored row off when it is changed to one that they added', () => {
    const mine: DraftEdit = { kind: 'change', panel: 'roles', id: 2, to: { group: 'testers' } };
    expect(
      sentAfter(
        [
          ['Manager', 'leads'],
          ['Reviewer', 'testers'],
        ],
        mine,
      ),
    ).toBeUndefined();
  });
});
