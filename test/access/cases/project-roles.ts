import type { GivenRole } from '../../../src/modules/provisioning/engine/rules/roles.js';
import { accessCase, has, type AccessCase, type Outcome } from '../access-case.js';
import type { MappingChange, ProjectGrantRole } from '../stage.js';
import {
  addToProject,
  addToWorkspace,
  join,
  leave,
  mapProject,
  mapWorkspace,
  moveProject,
  row,
  save,
} from '../steps.js';

/**
 * The effective role in a project. Rows: the user's grant in the project; `workspace` is membership of the project's
 * workspace. Columns: the organization role. A dash is no entry: the Deactivated have none, Administrators need none.
 */
const TABLE = `
                                 AD  MA  RE  AN  NO       DI
  nothing                        -   -   -   -   -        -
  Reviewer                       -   MA  RE  RE  pending  -
  Annotator                      -   MA  AN  AN  pending  -
  Inherit                        -   MA  RE  AN  pending  -
  Reviewer+Annotator             -   MA  RE  RE  pending  -
  Reviewer+Inherit               -   MA  RE  RE  pending  -
  Annotator+Inherit              -   MA  RE  AN  pending  -
  Reviewer+Annotator+Inherit     -   MA  RE  RE  pending  -
  workspace                      -   MA  RE  AN  pending  -
  workspace+Reviewer             -   MA  RE  RE  pending  -
  workspace+Annotator            -   MA  AN  AN  pending  -
  workspace+Inherit              -   MA  RE  AN  pending  -
  workspace+Annotator+Inherit    -   MA  RE  AN  pending  -
`;

const GRANTS: Readonly<Record<string, ProjectGrantRole>> = { Reviewer: 'RE', Annotator: 'AN', Inherit: 'IN' };
const REASONS: Readonly<Record<string, string>> = { NO: 'awaiting_sign_in', DI: 'deactivated' };

function mapped(what: string): MappingChange {
  const role = GRANTS[what];
  return role ? row.project('crew', 'ct', role) : row.workspace('crew', 'lab');
}

function expected(role: GivenRole, workspaces: readonly string[], inProject: string): Outcome {
  return has(role, 'default', {
    reason: REASONS[role] ?? null,
    workspaces: role === 'DI' ? [] : workspaces,
    projects: inProject === '-' ? {} : { ct: inProject },
  });
}

function readTable(table: string): AccessCase[] {
  const [header = [], ...rows] = table
    .trim()
    .split('\n')
    .map((line) => line.trim().split(/\s+/));
  return rows.flatMap(([grants = '', ...results]) =>
    results.map((result, column) => {
      const role = header[column] as GivenRole;
      const parts = grants === 'nothing' ? [] : grants.split('+');
      const workspaces = parts.includes('workspace') ? ['lab'] : [];
      return accessCase(
        `P: ${role} with ${grants}`,
        { defaultRole: role, projects: { ct: 'lab' } },
        [save(parts.map(mapped)), join('crew')],
        expected(role, workspaces, result),
      );
    }),
  );
}

export const projectRoleCases = readTable(TABLE);

const lab = { projects: { ct: 'lab' } };

export const workspaceProjectCases = [
  accessCase(
    'P in W: a manual member of the workspace reaches its projects',
    lab,
    [addToWorkspace('lab')],
    has('AN', 'default', { workspaces: ['lab'], projects: { ct: 'AN' } }),
  ),
  accessCase(
    'P in W: a project moved into the workspace is reached',
    { projects: { ct: null } },
    [addToWorkspace('lab'), moveProject('ct', 'lab')],
    has('AN', 'default', { workspaces: ['lab'], projects: { ct: 'AN' } }),
  ),
  accessCase(
    'P in W: a project moved out of it is not',
    lab,
    [addToWorkspace('lab'), moveProject('ct', null)],
    has('AN', 'default', { workspaces: ['lab'] }),
  ),
  accessCase(
    'P in W: a project moved elsewhere is not',
    lab,
    [addToWorkspace('lab'), moveProject('ct', 'archive')],
    has('AN', 'default', { workspaces: ['lab'] }),
  ),
  accessCase(
    'P in W: a grant of its own survives the move',
    lab,
    [addToWorkspace('lab'), addToProject('ct', 'RE'), moveProject('ct', null)],
    has('AN', 'default', { workspaces: ['lab'], projects: { ct: 'RE' } }),
  ),
  accessCase(
    'P in W: leaving the workspace leaves its projects',
    lab,
    [mapWorkspace('crew', 'lab'), join('crew'), leave('crew')],
    has('AN', 'default'),
  ),
  accessCase(
    'P in W: but not what has a grant of its own',
    lab,
    [mapWorkspace('crew', 'lab'), join('crew'), mapProject('qa', 'ct', 'RE'), join('qa'), leave('crew')],
    has('AN', 'default', { projects: { ct: 'RE' } }),
  ),
  accessCase(
    'P in W: losing the explicit role leaves the organization role',
    { ...lab, defaultRole: 'RE' },
    [mapWorkspace('crew', 'lab'), join('crew'), mapProject('qa', 'ct', 'AN'), join('qa'), leave('qa')],
    has('RE', 'default', { workspaces: ['lab'], projects: { ct: 'RE' } }),
  ),
  accessCase(
    'P in W: a Manager outside of it reaches nothing',
    { ...lab, defaultRole: 'MA' },
    [moveProject('ct', 'archive'), addToWorkspace('lab')],
    has('MA', 'default', { workspaces: ['lab'] }),
  ),
  accessCase(
    'P in W: all projects of it are reached',
    { projects: { ct: 'lab', mri: 'lab', xray: null } },
    [addToWorkspace('lab')],
    has('AN', 'default', { workspaces: ['lab'], projects: { ct: 'AN', mri: 'AN' } }),
  ),
];
