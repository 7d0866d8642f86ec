import { describe, expect, it } from '@jest/globals';
import { beginDraft, type Draft, stateOf, storedOf, toSettings } from './draft';
import { type DraftEdit, edited } from './draft-edits';
import { differencesOf, isConflict } from './draft-merge';

type Pairs = string[][];

function stored(roles: Pairs) {
  return storedOf({ roles_groups: roles, workspaces_groups: [], projects_groups: [] }, new Headers());
}

const BEGAN: Pairs = [
  ['Manager', 'leads'],
  ['Reviewer', 'qa'],
];

/** The draft after some edits. Rows 1 and 2 are stored; the next new one is 3. */
function draftAfter(...edits: readonly DraftEdit[]): Draft {
  return edits.reduce(edited, beginDraft(stored(BEGAN)));
}

function sentAfter(theirs: Pairs, ...mine: readonly DraftEdit[]) {
  return toSettings(edited(draftAfter(...mine), { kind: 'bring over', stored: stored(theirs) })).roles_groups;
}

describe('what others did meanwhile', () => {
  const differences = (theirs: Pairs) => differencesOf(stored(BEGAN).mappings, stored(theirs).mappings);
  const told = (theirs: Pairs) =>
    differences(theirs).map(({ panel, change, mapping }) => [panel, change, mapping.target, mapping.group]);

  it.each<[string, Pairs, string[][]]>([
    ['nothing, in another order', [...BEGAN].reverse(), []],
    ['a name in other letters', [['Manager', 'LEADS'], ...BEGAN.slice(1)], []],
    ['a row more', [...BEGAN, ['Annotator', 'x']], [['roles', 'added', 'Annotator', 'x']]],
    ['a row less', [['Manager', 'leads']], [['roles', 'removed', 'Reviewer', 'qa']]],
    [
      'a row changed',
      [
        ['Manager', 'leads'],
        ['Annotator', 'qa'],
      ],
      [
        ['roles', 'added', 'Annotator', 'qa'],
        ['roles', 'removed', 'Reviewer', 'qa'],
      ],
    ],
  ])('is told row by row: %s', (_, theirs, expected) => {
    expect(told(theirs)).toEqual(expected);
  });

  it('is a conflict in a list that is to be sent, and none in the others', () => {
    const theirs = differences([]);
    expect(isConflict(draftAfter({ kind: 'remove', panel: 'roles', id: 1 }), theirs)).toBe(true);
    const added: readonly DraftEdit[] = [
      { kind: 'add', panel: 'workspaces' },
      { kind: 'change', panel: 'workspaces', id: 3, to: { target: 'Radiology', group: 'leads' } },
    ];
    expect(isConflict(draftAfter(...added), theirs)).toBe(false);
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

  it('begins with what is stored now, its version included', () => {
    const newest = { ...stored([]), version: '"newest"' };
    expect(edited(draftAfter(...addAnnotators), { kind: 'bring over', stored: newest }).base).toBe(newest);
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
