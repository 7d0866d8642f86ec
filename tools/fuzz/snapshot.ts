import type { Things } from './ground.js';
import type { Session } from './session.js';

/** Everything that an organization has, as its Owner sees it. */
export interface Snapshot {
  /** Each thing as JSON text, by its name. */
  readonly state: ReadonlyMap<string, string>;
  readonly things: Things;
}

interface Identified {
  readonly id: number;
}
interface Page<Item> {
  readonly count: number;
  readonly results: readonly Item[];
}
interface ScimList {
  readonly Resources: readonly { readonly id: string }[];
}

const EVERYTHING = 1_000;
const ACCESS = 'urn:rolecall:params:scim:schemas:extension:access:2.0:User';

/** Ids of the tokens that may be revoked: all but the Owner's first, which the run itself uses. */
function spareTokens(tokens: readonly Identified[]): number[] {
  const ids = tokens.map(({ id }) => id).sort((a, b) => a - b);
  return ids.slice(1);
}

function without(item: object, ...keys: readonly string[]): object {
  return Object.fromEntries(Object.entries(item).filter(([key]) => !keys.includes(key)));
}

async function inside(owner: Session, kind: string, part: string, containers: readonly Identified[]) {
  const entries = containers.map(async ({ id }) => {
    const path = `/api/${kind}/${id}/${part}/paginated?page_size=${EVERYTHING}`;
    return [`${part} of ${kind} ${id}`, (await owner.get<Page<object>>(path)).results] as const;
  });
  return Promise.all(entries);
}

const listed = (what: string, items: readonly { readonly id: number | string }[]) =>
  items.map((item) => [`${what} ${item.id}`, item] as const);

/** Reads everything, without what changes by reading, such as the time of a token's last use. */
export async function readSnapshot(owner: Session): Promise<Snapshot> {
  const scim = (path: string) => owner.get<ScimList>(`/scim/v2/${path}`);
  const page = (path: string) =>
    owner.get<Page<Identified & { title: string }>>(`/api/${path}?page_size=${EVERYTHING}`);
  const [users, access, groups, accounts, workspaces, projects, tokens, settings, organization] = await Promise.all([
    scim(`Users?count=${EVERYTHING}`),
    scim(`Users?count=${EVERYTHING}&attributes=${ACCESS}`),
    scim(`Groups?count=${EVERYTHING}`),
    owner.get<(Identified & { scim_id: string; email: string | null })[]>('/api/users'),
    owner.get<(Identified & { title: string })[]>('/api/workspaces'),
    page('projects'),
    owner.get<Identified[]>('/api/tokens'),
    owner.get<object>('/api/scim/settings'),
    owner.get<Identified>('/api/organizations/0'),
  ]);
  const [memberships, received, members, shares, roles] = await Promise.all([
    page('organizations/0/memberships'),
    page('scim/groups'),
    inside(owner, 'workspaces', 'memberships', workspaces),
    inside(owner, 'projects', 'members', projects.results),
    Promise.all(projects.results.map(({ id }) => owner.get<object>(`/api/projects/${id}/roles`))),
  ]);
  const entries: (readonly [string, unknown])[] = [
    ...listed('user', users.Resources),
    ...listed('access', access.Resources),
    ...listed('group', groups.Resources),
    ...listed('account', accounts),
    ...listed('workspace', workspaces),
    ...listed('project', projects.results),
    ...listed('received group', received.results),
    ...listed('membership', memberships.results),
    ...tokens.map((token) => [`token ${token.id}`, without(token, 'last_used_at')] as const),
    ...members,
    ...shares,
    ['project roles', roles],
    ['settings', settings],
    ['organization', organization],
  ];
  const present = new Set(users.Resources.map(({ id }) => id));
  return {
    state: new Map(entries.map(([name, value]) => [name, JSON.stringify(value)])),
    things: {
      organization: organization.id,
      users: accounts
        .filter(({ scim_id }) => present.has(scim_id))
        .map(({ id, scim_id, email }) => ({ id, scimId: scim_id, email: email ?? scim_id })),
      groups: groups.Resources.map((group) => ({
        scimId: group.id,
        name: 'displayName' in group ? String(group.displayName) : '',
      })),
      workspaces,
      projects: projects.results,
      tokens: spareTokens(tokens),
    },
  };
}

/** Describes the differences of two states; empty if they are equal. */
export function differences(before: Snapshot, after: Snapshot): string[] {
  const names = new Set([...before.state.keys(), ...after.state.keys()]);
  return [...names].flatMap((name) => {
    const [old, now] = [before.state.get(name), after.state.get(name)];
    return old === now ? [] : [`${name}: ${old?.slice(0, 600) ?? 'absent'} → ${now?.slice(0, 600) ?? 'absent'}`];
  });
}
