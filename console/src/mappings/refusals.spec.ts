import { describe, expect, it } from '@jest/globals';
import { beginDraft, storedOf } from './draft';
import { edited } from './draft-edits';
import { refusalsOf } from './refusals';

/** Rows 1 to 3 are roles, of which the first is removed; 4 is a workspace, 5 and 6 are projects. */
const DRAFT = edited(
  beginDraft(
    storedOf(
      {
        roles_groups: [
          ['Manager', 'leads'],
          ['Reviewer', 'qa'],
          ['Annotator', 'QA'],
        ],
        workspaces_groups: [['Radiology', 'rad']],
        projects_groups: [
          { project_id: 7, group: 'qa', role: 'Inherit' },
          { project_id: 8, group: 'qa', role: 'Inherit' },
        ],
      },
      new Headers(),
    ),
  ),
  { kind: 'remove', panel: 'roles', id: 1 },
);

describe('a refusal of the server', () => {
  it.each<[string, Record<string, string[]>, [number, string][]]>([
    [
      'by the number in its list',
      { roles_groups: ['Row 1: must be [role, group name].'] },
      [[2, 'Must be [role, group name].']],
    ],
    [
      'in every list',
      { workspaces_groups: ['Row 1: no.'], projects_groups: ['Row 2: no.'] },
      [
        [4, 'No.'],
        [6, 'No.'],
      ],
    ],
    ['by the project', { projects_groups: ['There is no project 8.'] }, [[6, 'This project does not exist any more.']]],
    [
      'by the group',
      { roles_groups: ['"qa" is mapped to Reviewer and to Annotator; a group has one organization role.'] },
      [[3, '"qa" is mapped to Reviewer and to Annotator; a group has one organization role.']],
    ],
  ])('is shown at the row that it names: %s', (_, fields, rows) => {
    const refusals = refusalsOf(fields, DRAFT);
    expect([...refusals.rows]).toEqual(rows);
    expect(refusals.others).toEqual([]);
  });

  it.each([
    ['roles_groups', 'may have 5000 rows at most'],
    ['roles_groups', 'Row 99: must be [role, group name].'],
    ['non_field_errors', 'The body must be an object with the lists to store.'],
  ])('is shown by itself if it names none that was sent: %s %s', (field, message) => {
    expect(refusalsOf({ [field]: [message] }, DRAFT)).toEqual({ rows: new Map(), others: [message] });
  });
});
