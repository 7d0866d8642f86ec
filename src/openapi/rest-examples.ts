import type { Method } from '../platform/http/openapi/open-api.js';
import { EXAMPLE_GROUP } from '../platform/http/openapi/example-names.js';

/**
 * A number that nobody and nothing has. Whoever tries an example out has to say whom it is about: sent as it stands, it
 * changes nothing that is there.
 */
export const NOBODY = 999_999_999;

/** What reading begins with. */
const READ = { organization: 1, user: 5, workspace: 3, project: 7, group: 1 };

/** Harmless to look at; to save it would replace the lists of those who have some. */
const previewed = {
  roles_groups: [['Reviewer', EXAMPLE_GROUP]],
  workspaces_groups: [['Radiology', EXAMPLE_GROUP]],
};

/**
 * Bodies for operations under `/api`, by method and path. They make what is new and touch nothing that is there:
 * people are NOBODY, what is the caller's own and the mappings stay as they are.
 */
export const restExamples: Readonly<Record<string, object>> = {
  'post /api/tokens': { name: 'API explorer' },
  'patch /api/organizations/{id}': { title: 'Acme Labs' },
  'patch /api/organizations/{id}/set-default-role': { default_role: 'NO' },
  'patch /api/organizations/{id}/memberships': { user_id: NOBODY, role: 'RE' },
  'post /api/users': { email: 'cleo@acme.test', first_name: 'Cleo', last_name: 'Marsh' },
  'patch /api/current-user': {},
  'patch /api/users/{id}': { first_name: 'Ana', last_name: 'Diaz' },
  'post /api/scim/settings': {},
  'post /api/scim/settings/preview': previewed,
  'post /api/workspaces': { title: 'Dermatology' },
  'patch /api/workspaces/{id}': { description: 'CT and MRI' },
  'post /api/workspaces/{id}/memberships': { user: NOBODY },
  'delete /api/workspaces/{id}/memberships': { user: NOBODY },
  'post /api/workspaces/{id}/memberships/bulk': { included: [NOBODY] },
  'delete /api/workspaces/{id}/memberships/bulk': { included: [NOBODY] },
  'post /api/workspaces/{id}/projects': { project: NOBODY },
  'delete /api/workspaces/{id}/projects': { project: NOBODY },
  'post /api/projects': { title: 'Chest X-ray' },
  'patch /api/projects/{id}': { description: 'Frontal and lateral views' },
  'post /api/projects/{id}/members': { user: NOBODY },
  'delete /api/projects/{id}/members': { user: NOBODY },
  'post /api/projects/{id}/members/bulk': { included: [NOBODY] },
  'delete /api/projects/{id}/members/bulk': { included: [NOBODY] },
  'post /api/projects/roles': { project: NOBODY, user: NOBODY, role: 'RE' },
};

const IDS: readonly (readonly [prefix: string, id: number])[] = [
  ['/api/activity-logs/{', 1],
  ['/api/organizations/{', READ.organization],
  ['/api/projects/{', READ.project],
  ['/api/scim/groups/{', READ.group],
  ['/api/users/{', READ.user],
  ['/api/workspaces/{', READ.workspace],
];

/** An id for a parameter in a path: of what may well be there where it is read, else NOBODY's. */
export function exampleId(method: Method, path: string, name: string): number | undefined {
  if (method !== 'get') return NOBODY;
  return name === 'userId' ? READ.user : IDS.find(([prefix]) => path.startsWith(prefix))?.[1];
}
