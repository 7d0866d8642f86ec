import { evaluateAccess } from './access.js';
import type { Caller } from './caller.js';
import type { FloorDatabase, Query } from './floor-database.js';
import { lockOrganization, noteActivity } from './writes.js';

interface GroupRow {
  readonly id: number;
  readonly scim_id: string;
  readonly display_name: string;
  readonly version: number;
  readonly created_at: Date;
  readonly updated_at: Date;
}

interface Member {
  readonly value: string;
}

interface Ids {
  readonly id: number;
}

const FIND = 'select * from groups where organization_id = $1 and scim_id = $2';
const LOCK = `${FIND} for no key update`;

/** Reads the members as text that the database puts together, so that nothing here parses it. */
const MEMBERS = `
  select coalesce(json_agg(json_build_object('value', u.scim_id, '$ref', $3::text || u.scim_id,
         'display', coalesce(u.display_name, u.user_name), 'type', 'User') order by m.user_id)::text, '[]') as members
    from group_members m join users u on u.organization_id = m.organization_id and u.id = m.user_id
   where m.organization_id = $1 and m.group_id = $2`;

const USERS = `
  select id from users where organization_id + 0 = $1 and visible and scim_id = any($2::uuid[])
   order by id for key share`;

const ADD = `
  insert into group_members (organization_id, group_id, user_id)
  select $1::integer, $2::integer, id from unnest($3::integer[]) as u (id) on conflict do nothing returning user_id as id`;

const REMOVE = `
  delete from group_members where organization_id = $1 and group_id = $2 and user_id = any($3::integer[])
  returning user_id as id`;

const REMOVE_OTHERS = `
  delete from group_members m where m.organization_id = $1 and m.group_id = $2
     and not exists (select from unnest($3::integer[]) as k (id) where k.id = m.user_id)
  returning m.user_id as id`;

const PUSHED = `
  update groups set last_pushed_at = now(), version = version + 1, updated_at = now()
   where organization_id = $1 and id = $2`;

function resourceOf(row: GroupRow, baseUrl: string): object {
  return {
    schemas: ['urn:ietf:params:scim:schemas:core:2.0:Group'],
    id: row.scim_id,
    displayName: row.display_name,
    meta: {
      resourceType: 'Group',
      created: row.created_at.toISOString(),
      lastModified: row.updated_at.toISOString(),
      location: `${baseUrl}/Groups/${row.scim_id}`,
      version: `W/"${row.version}"`,
    },
  };
}

/** @returns the resource as JSON, undefined when the group does not exist */
export async function getGroup(
  database: FloorDatabase,
  { organizationId, baseUrl }: Caller,
  id: string,
  withMembers: boolean,
): Promise<string | undefined> {
  const [row] = await database.query<GroupRow>(FIND, [organizationId, id]);
  if (!row) return undefined;
  const text = JSON.stringify(resourceOf(row, baseUrl));
  if (!withMembers) return text;
  const values = [organizationId, row.id, `${baseUrl}/Users/`];
  const [found] = await database.query<{ members: string }>(MEMBERS, values);
  return `${text.slice(0, -1)},"members":${found?.members ?? '[]'}}`;
}

const idsOf = (rows: readonly Ids[]) => rows.map(({ id }) => id);

async function userIds(query: Query, { organizationId }: Caller, members: readonly Member[]): Promise<number[]> {
  return idsOf(await query<Ids>(USERS, [organizationId, members.map(({ value }) => value)]));
}

async function finish(
  query: Query,
  caller: Caller,
  groupId: number,
  addedUserIds: readonly number[],
  removedUserIds: readonly number[],
): Promise<void> {
  await query(PUSHED, [caller.organizationId, groupId]);
  await evaluateAccess(query, caller, [...addedUserIds, ...removedUserIds]);
  await noteActivity(query, caller, 'group.members-changed', {
    groupId,
    addedUserIds: addedUserIds.slice(0, 100),
    removedUserIds: removedUserIds.slice(0, 100),
  });
}

interface PatchOp {
  readonly Operations: readonly { readonly op: string; readonly path: string; readonly value?: readonly Member[] }[];
}

/** Understands `add` with a list of members, and `remove` with `members[value eq "…"]`. */
export async function patchGroup(database: FloorDatabase, caller: Caller, id: string, body: unknown): Promise<void> {
  const [operation] = (body as PatchOp).Operations;
  if (!operation) return;
  const { organizationId } = caller;
  await database.transaction(async (query) => {
    await lockOrganization(query, caller);
    const [group] = await query<GroupRow>(LOCK, [organizationId, id]);
    if (!group) return;
    const named = operation.value ?? [{ value: /"(.*)"/.exec(operation.path)?.[1] ?? '' }];
    const users = await userIds(query, caller, named);
    const values = [organizationId, group.id, users];
    if (operation.op === 'add') await finish(query, caller, group.id, idsOf(await query<Ids>(ADD, values)), []);
    else await finish(query, caller, group.id, [], idsOf(await query<Ids>(REMOVE, values)));
  });
}

export async function replaceGroup(
  database: FloorDatabase,
  caller: Caller,
  id: string,
  body: unknown,
): Promise<string | undefined> {
  const { members } = body as { readonly members: readonly Member[] };
  const { organizationId } = caller;
  await database.transaction(async (query) => {
    await lockOrganization(query, caller);
    const [group] = await query<GroupRow>(LOCK, [organizationId, id]);
    if (!group) return;
    const values = [organizationId, group.id, await userIds(query, caller, members)];
    const removed = idsOf(await query<Ids>(REMOVE_OTHERS, values));
    await finish(query, caller, group.id, idsOf(await query<Ids>(ADD, values)), removed);
  });
  return getGroup(database, caller, id, true);
}
