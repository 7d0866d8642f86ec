import type { HttpClient } from './http-client.js';

/** Roles of an organization and of a project by their codes, lowest first. */
const RANKS = ['DI', 'NO', 'AN', 'RE', 'MA', 'AD', 'OW'];

interface Access {
  readonly user: { readonly email: string };
  readonly role: string;
  readonly workspaces?: readonly { readonly id: number }[];
  readonly projects?: readonly { readonly id: number; readonly role: string | null }[];
}

/** Everything that an organization can lose, as lines of text, and everybody's access. */
export interface Snapshot {
  /** Users, groups with their members, mappings, containers, tokens, the organization itself. */
  readonly things: readonly string[];
  readonly access: readonly Access[];
}

const lines = (what: string, rows: readonly unknown[]) => rows.map((row) => `${what} ${JSON.stringify(row)}`);

type Row = Readonly<Record<string, unknown>>;

const only = (rows: readonly Row[], ...names: string[]) =>
  rows.map((row) => Object.fromEntries(names.map((name) => [name, row[name]])));

interface Member {
  readonly value: string;
}

/** Reads everything, over SCIM and REST with the Owner's token. */
export async function snapshotOf({ scim, rest }: { scim: HttpClient; rest: HttpClient }): Promise<Snapshot> {
  const users = (await rest.get('/users/')).body as (Row & { readonly id: number })[];
  const { Resources: resources } = (await scim.get('/Users')).body as { Resources: Row[] };
  const { Resources: groups } = (await scim.get('/Groups')).body as { Resources: { members?: Member[]; id: string }[] };
  const settings = (await rest.get('/scim/settings')).body as Record<string, Row[]>;
  const organization = (await rest.get('/organizations/1')).body as Row;
  const access: Access[] = [];
  for (const { id } of users) access.push((await rest.get(`/users/${id}/access`)).body as Access);
  const things = [
    ...lines('organization', only([organization], 'title', 'default_role', 'seat_limit')),
    ...lines('person', only(resources, 'id', 'userName', 'name', 'displayName', 'emails', 'phoneNumbers', 'active')),
    ...groups.flatMap(({ id, members = [] }) => lines(`member of ${id}`, only(members as never, 'value'))),
    ...Object.entries(settings).flatMap(([list, rows]) => lines(list, rows)),
    ...lines('token', only((await rest.get('/tokens')).body as Row[], 'id')),
    ...lines('workspace', only((await rest.get('/workspaces')).body as Row[], 'id', 'title', 'description')),
    ...lines(
      'project',
      only(((await rest.get('/projects')).body as { results: Row[] }).results, 'id', 'title', 'workspace'),
    ),
  ];
  return { things, access };
}

/** What is missing or less than before. */
export function lossesOf(before: Snapshot, after: Snapshot): string[] {
  return [...before.things.filter((line) => !after.things.includes(line)), ...accessLost(before, after)];
}

/** Who has less access than before, and where. */
export function accessLost(before: Snapshot, after: Snapshot): string[] {
  return before.access.flatMap((was) => {
    const is = after.access.find(({ user }) => user.email === was.user.email);
    return is ? lessThan(was, is) : [`${was.user.email} is gone`];
  });
}

function lessThan(was: Access, is: Access): string[] {
  const { email } = was.user;
  const rank = (role: string | null | undefined) => RANKS.indexOf(role ?? '');
  const isWorkspaceLost = ({ id }: { id: number }) => !is.workspaces?.some((workspace) => workspace.id === id);
  const isProjectLess = ({ id, role }: { id: number; role: string | null }) => {
    const now = is.projects?.find((project) => project.id === id);
    return !now || rank(now.role) < rank(role);
  };
  return [
    ...(rank(is.role) < rank(was.role) ? [`${email}: ${was.role} became ${is.role}`] : []),
    ...(was.workspaces ?? []).filter(isWorkspaceLost).map(({ id }) => `${email} lost workspace ${id}`),
    ...(was.projects ?? []).filter(isProjectLess).map(({ id }) => `${email} lost project ${id}`),
  ];
}
