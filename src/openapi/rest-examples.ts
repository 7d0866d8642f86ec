import { EXAMPLE_GROUP } from './scim-examples.js';

const ANA = 5;
const SOMEBODY = 6;
const OTHER = 7;
const LEAVER = 2;
const WORKSPACE = 3;
const PROJECT = 7;
const GROUP = 1;

const settings = {
  roles_groups: [['Reviewer', EXAMPLE_GROUP]],
  workspaces_groups: [['Radiology', EXAMPLE_GROUP]],
};

/** Bodies for operations under `/api`, by method and path. */
export const restExamples: Readonly<Record<string, object>> = {
  'post /api/tokens': { name: 'Okta' },
  'patch /api/organizations/{id}': { title: 'Acme Labs', default_role: 'AN', seat_limit: null },
  'patch /api/organizations/{id}/set-default-role': { default_role: 'AN' },
  'patch /api/organizations/{id}/memberships': { user_id: ANA, role: 'RE' },
  'post /api/users': { email: 'cleo@acme.test', first_name: 'Cleo', last_name: 'Marsh' },
  'patch /api/current-user': { first_name: 'Olga' },
  'patch /api/users/{id}': { first_name: 'Ana', last_name: 'Diaz' },
  'post /api/scim/settings': settings,
  'post /api/scim/settings/preview': settings,
  'post /api/workspaces': { title: 'Dermatology' },
  'patch /api/workspaces/{id}': { description: 'CT and MRI' },
  'post /api/workspaces/{id}/memberships': { user: ANA },
  'delete /api/workspaces/{id}/memberships': { user: ANA },
  'post /api/workspaces/{id}/memberships/bulk': { included: [SOMEBODY, OTHER] },
  'delete /api/workspaces/{id}/memberships/bulk': { included: [SOMEBODY, OTHER] },
  'post /api/workspaces/{id}/projects': { project: PROJECT },
  'delete /api/workspaces/{id}/projects': { project: PROJECT },
  'post /api/projects': { title: 'Chest X-ray' },
  'patch /api/projects/{id}': { title: 'Chest X-ray', is_published: true },
  'post /api/projects/{id}/members': { user: ANA },
  'delete /api/projects/{id}/members': { user: ANA },
  'post /api/projects/{id}/members/bulk': { included: [SOMEBODY, OTHER] },
  'delete /api/projects/{id}/members/bulk': { included: [SOMEBODY, OTHER] },
  'post /api/projects/roles': { project: PROJECT, user: ANA, role: 'RE' },
};

const IDS: readonly (readonly [prefix: string, id: number])[] = [
  ['/api/organizations/{', 1],
  ['/api/projects/roles/{', 1],
  ['/api/projects/{', PROJECT],
  ['/api/scim/groups/{', GROUP],
  ['/api/tokens/{', 2],
  ['/api/users/{', ANA],
  ['/api/workspaces/{', WORKSPACE],
];

/** An id for a parameter in a path: of a person where it names one, else of what the path begins with. */
export function exampleId(path: string, name: string): number | undefined {
  if (name === 'userId') return LEAVER;
  return IDS.find(([prefix]) => path.startsWith(prefix))?.[1];
}
