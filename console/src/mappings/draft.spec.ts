import { describe, expect, it } from '@jest/globals';
import {
  beginDraft,
  changesIn,
  countChanges,
  isUntouched,
  mappingsOf,
  type Settings,
  stateOf,
  storedOf,
  toSettings,
} from './draft';
import { type DraftEdit, edited } from './draft-edits';

const SETTINGS: Settings = {
  roles_groups: [
    ['Manager', 'acme-leads'],
    ['Reviewer', 'acme-qa'],
  ],
  workspaces_groups: [['Radiology', 'acme-radiology']],
  projects_groups: [{ project_id: 7, group: 'acme-qa', role: 'Inherit' }],
};

const STORED = storedOf(SETTINGS, new Headers());

/**
 * The draft after some edits. Ids follow the order of the lists: 1 and 2 are roles, 3 a workspace, 4 a project; the
 * next is 5.
 */
function after(...edits: readonly DraftEdit[]) {
  return edits.reduce(edited, beginDraft(STORED));
}

const newRadiology: readonly DraftEdit[] = [
  { kind: 'add', panel: 'workspaces' },
  { kind: 'change', panel: 'workspaces', id: 5, to: { target: ' Pathology ', group: ' acme-pathology' } },
];

describe('the lists of an answer', () => {
  it('come with their version, when they were read and by which request', () => {
    const headers = new Headers({ ETag: '"a7"', Date: 'Sun, 22 Nov 2026 01:18:14 GMT', 'X-Request-Id': 'r-1' });
    expect(storedOf(SETTINGS, headers)).toEqual({
      mappings: mappingsOf(SETTINGS),
      version: '"a7"',
      readAt: '2026-11-22T01:18:14.000Z',
      requestId: 'r-1',
    });
  });

  it('can be saved all the same when a proxy has taken their version away', () => {
    expect(STORED).toMatchObject({ version: '*', readAt: expect.stringMatching(/^\d{4}-.*Z$/), requestId: null });
  });
});

describe('a draft of the mappings', () => {
  it('changes nothing at first', () => {
    const draft = after();
    expect(countChanges(draft)).toBe(0);
    expect(isUntouched(draft)).toBe(true);
    expect(toSettings(draft)).toEqual({});
  });

  it('sends only the lists that change, each as a whole and without blanks around the names', () => {
    expect(toSettings(after(...newRadiology))).toEqual({
      workspaces_groups: [
        ['Radiology', 'acme-radiology'],
        ['Pathology', 'acme-pathology'],
      ],
    });
  });

  it('sends an empty list when its last row is removed', () => {
    expect(toSettings(after({ kind: 'remove', panel: 'workspaces', id: 3 }))).toEqual({ workspaces_groups: [] });
  });

  it('sends projects by number, with their role', () => {
    const draft = after({ kind: 'change', panel: 'projects', id: 4, to: { role: 'Annotator' } });
    expect(toSettings(draft)).toEqual({ projects_groups: [{ project_id: 7, group: 'acme-qa', role: 'Annotator' }] });
  });

  it('takes a row that was begun and left empty for nothing, but does not throw it away', () => {
    const draft = after({ kind: 'add', panel: 'roles' });
    expect(countChanges(draft)).toBe(0);
    expect(toSettings(draft)).toEqual({});
    expect(isUntouched(draft)).toBe(false);
  });

  it('keeps a removed row until it is saved, and puts it back', () => {
    const removed = after({ kind: 'remove', panel: 'roles', id: 1 });
    expect(removed.rows.roles.map(stateOf)).toEqual(['removed', 'stored']);
    expect(edited(removed, { kind: 'restore', panel: 'roles', id: 1 })).toEqual(after());
  });

  it('forgets a new row that is removed', () => {
    const draft = after(...newRadiology, { kind: 'remove', panel: 'workspaces', id: 5 });
    expect(draft.rows.workspaces).toHaveLength(1);
    expect(countChanges(draft)).toBe(0);
  });

  it('counts a row once, however often it was changed', () => {
    const draft = after(
      { kind: 'change', panel: 'roles', id: 2, to: { group: 'acme-q' } },
      { kind: 'change', panel: 'roles', id: 2, to: { target: 'Annotator' } },
      { kind: 'remove', panel: 'roles', id: 1 },
      ...newRadiology,
    );
    expect([changesIn(draft, 'roles'), changesIn(draft, 'workspaces'), changesIn(draft, 'projects')]).toEqual([
      2, 1, 0,
    ]);
    expect(countChanges(draft)).toBe(3);
  });

  it('does not count what the server takes for the same name', () => {
    expect(countChanges(after({ kind: 'change', panel: 'roles', id: 2, to: { group: 'ACME-qa ' } }))).toBe(0);
  });

  it('begins anew with ids that were not given before', () => {
    const draft = after(...newRadiology, { kind: 'begin', stored: STORED });
    expect(draft.rows.roles.map(({ id }) => id)).toEqual([6, 7]);
    expect(isUntouched(draft)).toBe(true);
  });
});
