import fc from 'fast-check';
import { ORGANIZATION_ROLES, PROJECT_ROLES } from '../../src/modules/mappings/role-names.js';

/** Existing groups and workspaces, and some that do not exist. */
const group = fc.constantFrom('g1', 'g2', 'g3', 'g9');
const title = fc.constantFrom('w1', 'w2', 'w9');
const project = fc.constantFrom('p1', 'p2');
const names = (of: object) => fc.constantFrom(...Object.keys(of));

const lists = fc.record(
  {
    roles: fc.uniqueArray(fc.tuple(names(ORGANIZATION_ROLES), group), { selector: ([, name]) => name }),
    workspaces: fc.array(fc.tuple(title, group), { maxLength: 5 }),
    projects: fc.array(fc.tuple(project, group, names(PROJECT_ROLES)), { minLength: 2, maxLength: 6 }),
  },
  { requiredKeys: [] },
);

/** Makes a body of SCIM settings; the argument finds the ids of projects. */
export type RandomSettings = (projectIds: (title: string) => number) => object;

/** Any lists that an administrator may send; each may be missing. */
export const randomSettings: fc.Arbitrary<RandomSettings> = lists.map(
  ({ roles, workspaces, projects }) =>
    (projectIds) => ({
      roles_groups: roles,
      workspaces_groups: workspaces,
      projects_groups: projects?.map(([name, to, role]) => ({ project_id: projectIds(name), group: to, role })),
    }),
);
