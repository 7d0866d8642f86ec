import type { Session } from './session.js';
import type { Snapshot } from './snapshot.js';

const USERS = { few: 6, many: 14 };
const GROUPS = { few: 3, many: 7 };
const CONTAINERS = { few: 2, many: 5 };
const TOKENS = { few: 2, many: 6 };

let counter = 0;

/** A name that contains the organization's name, so that it can be recognized anywhere. */
function named(organization: string, kind: string): string {
  counter += 1;
  return `${organization}-only ${kind} ${counter}`;
}

const email = (organization: string) => `${named(organization, 'p').replaceAll(' ', '-')}@${organization}-only.test`;

async function someUsers(owner: Session, organization: string, count: number): Promise<string[]> {
  const ids: string[] = [];
  for (let at = 0; at < count; at++) {
    const user = { userName: email(organization), displayName: named(organization, 'person') };
    ids.push(((await owner.send('POST', '/scim/v2/Users', user)) as { id: string }).id);
  }
  return ids;
}

async function someGroups(owner: Session, organization: string, count: number, users: readonly string[]) {
  const names = Array.from({ length: count }, () => named(organization, 'group'));
  for (const [at, displayName] of names.entries()) {
    const members = users.filter((_, index) => index % 2 === at % 2).map((value) => ({ value }));
    await owner.send('POST', '/scim/v2/Groups', { displayName, members });
  }
  return names;
}

async function someContainers(owner: Session, organization: string, count: number): Promise<void> {
  for (let at = 0; at < count; at++) {
    const { id: workspace } = (await owner.send('POST', '/api/workspaces', {
      title: named(organization, 'workspace'),
    })) as { id: number };
    await owner.send('POST', '/api/projects', { title: named(organization, 'project'), workspace });
  }
}

async function someTokens(owner: Session, organization: string, count: number): Promise<void> {
  for (let at = 0; at < count; at++) await owner.send('POST', '/api/tokens', { name: named(organization, 'token') });
}

/** Gives an organization users, groups, workspaces, projects, and mappings between them. */
export async function fill(owner: Session, organization: string): Promise<void> {
  const users = await someUsers(owner, organization, USERS.few);
  const [first, second] = await someGroups(owner, organization, GROUPS.few, users);
  await someContainers(owner, organization, CONTAINERS.few);
  await someTokens(owner, organization, TOKENS.few);
  const [project] = (await owner.get<{ results: { id: number }[] }>('/api/projects')).results;
  await owner.send('POST', '/api/scim/settings', {
    roles_groups: [['Reviewer', first]],
    workspaces_groups: [[named(organization, 'workspace'), second]],
    projects_groups: [{ project_id: project?.id, group: first, role: 'Inherit' }],
  });
}

/** Deletes the surplus; what cannot be deleted stays. */
async function prune(owner: Session, paths: readonly string[], many: number): Promise<boolean> {
  const surplus = paths.slice(many);
  for (const path of surplus) await owner.try('DELETE', path);
  return surplus.length > 0;
}

/**
 * Keeps an organization's size within bounds, so that the end of a run is like its beginning.
 *
 * @returns whether anything had to be done
 */
export async function tend(owner: Session, organization: string, { things }: Snapshot): Promise<boolean> {
  const { users, groups, workspaces, projects, tokens } = things;
  const pruned = [
    await prune(
      owner,
      users.map(({ scimId }) => `/scim/v2/Users/${scimId}`),
      USERS.many,
    ),
    await prune(
      owner,
      groups.map(({ scimId }) => `/scim/v2/Groups/${scimId}`),
      GROUPS.many,
    ),
    await prune(
      owner,
      workspaces.map(({ id }) => `/api/workspaces/${id}`),
      CONTAINERS.many,
    ),
    await prune(
      owner,
      projects.map(({ id }) => `/api/projects/${id}`),
      CONTAINERS.many,
    ),
    await prune(
      owner,
      tokens.map((id) => `/api/tokens/${id}`),
      TOKENS.many,
    ),
  ];
  const missing = [
    { there: users.length, few: USERS.few, make: (count: number) => someUsers(owner, organization, count) },
    { there: groups.length, few: GROUPS.few, make: (count: number) => someGroups(owner, organization, count, []) },
    {
      there: Math.min(workspaces.length, projects.length),
      few: CONTAINERS.few,
      make: (count: number) => someContainers(owner, organization, count),
    },
    { there: tokens.length, few: TOKENS.few, make: (count: number) => someTokens(owner, organization, count) },
  ].filter(({ there, few }) => there < few);
  for (const { there, few, make } of missing) await make(few - there);
  return missing.length > 0 || pruned.includes(true);
}
