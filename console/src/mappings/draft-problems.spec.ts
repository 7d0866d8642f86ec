import { describe, expect, it } from '@jest/globals';
import { beginDraft, storedOf } from './draft';
import { type DraftEdit, edited } from './draft-edits';
import { problemsOf } from './draft-problems';

const STORED = storedOf(
  {
    roles_groups: [
      ['Manager', 'leads'],
      ['Reviewer', 'qa'],
    ],
    workspaces_groups: [['Radiology', 'rad']],
    projects_groups: [{ project_id: 7, group: 'qa', role: 'Inherit' }],
  },
  new Headers(),
);

/** The problems after some edits. Rows 1 and 2 are roles, 3 a workspace, 4 a project; the next is 5. */
function problemsAfter(...edits: readonly DraftEdit[]) {
  return [...problemsOf(edits.reduce(edited, beginDraft(STORED)))];
}

function newRow(panel: 'roles' | 'workspaces' | 'projects', target: string, group: string): DraftEdit[] {
  return [
    { kind: 'add', panel },
    { kind: 'change', panel, id: 5, to: { target, group } },
  ];
}

describe('what stands against saving a draft', () => {
  it('is nothing at first, and nothing about an empty row', () => {
    expect(problemsAfter()).toEqual([]);
    expect(problemsAfter({ kind: 'add', panel: 'projects' })).toEqual([]);
  });

  it.each([
    ['roles', '', 'x', 'target', 'Choose a role.'],
    ['workspaces', ' ', 'x', 'target', 'Choose a workspace, or type the title of a new one.'],
    ['projects', '', 'x', 'target', 'Choose a project.'],
    ['projects', '7', ' ', 'group', 'Choose a group, or type its name.'],
  ] as const)('is what is missing: %s from "%s" and "%s"', (panel, target, group, field, message) => {
    expect(problemsAfter(...newRow(panel, target, group))).toEqual([[5, { field, message, missing: true }]]);
  });

  it.each([
    ['roles', 'Reviewer', 'QA'],
    ['workspaces', 'radiology', 'rad '],
    ['projects', '7', 'qa'],
  ] as const)('is a mapping that is there already, whatever the case: %s, %s, %s', (panel, target, group) => {
    const [[id, problem] = []] = problemsAfter(...newRow(panel, target, group));
    expect([id, problem?.message]).toEqual([5, 'There is such a mapping already.']);
  });

  it('is a second organization role for a group', () => {
    const message = 'This group gives the role Reviewer already; a group can give one organization role.';
    expect(problemsAfter(...newRow('roles', 'Annotator', 'QA'))).toEqual([
      [5, { field: 'group', message, missing: false }],
    ]);
  });

  it('is the row in hand, even if it comes first', () => {
    const problems = problemsAfter({ kind: 'change', panel: 'roles', id: 1, to: { group: 'qa' } });
    expect(problems.map(([id]) => id)).toEqual([1]);
  });

  it('is not a second workspace or project role for a group', () => {
    expect(problemsAfter(...newRow('workspaces', 'Pathology', 'rad'))).toEqual([]);
    const reviewer: DraftEdit = { kind: 'change', panel: 'projects', id: 5, to: { role: 'Reviewer' } };
    expect(problemsAfter(...newRow('projects', '7', 'qa'), reviewer)).toEqual([]);
  });

  it('is gone when the other row is removed', () => {
    expect(problemsAfter(...newRow('roles', 'Annotator', 'qa'), { kind: 'remove', panel: 'roles', id: 2 })).toEqual([]);
  });
});
