import type { Caller } from './caller.js';
import type { FloorDatabase } from './floor-database.js';
import { USER_COLUMNS, userResource, type UserRow } from './user-resource.js';

const LIST_RESPONSE = 'urn:ietf:params:scim:api:messages:2.0:ListResponse';

const VISIBLE = 'from users u where u.organization_id = $1 and u.visible';
const KNOWN = 'from users u where u.organization_id + 0 = $1 and u.visible';
const BY_ID = `select ${USER_COLUMNS} ${KNOWN} and u.scim_id = $2`;
const BY_USER_NAME = `select ${USER_COLUMNS} ${KNOWN} and u.user_name_key = $2`;
const BY_EMAIL = `select ${USER_COLUMNS} ${KNOWN} and u.email_keys @> array[$2]::text[]`;
const TOTAL = `select count(*)::integer as total ${VISIBLE}`;
const BY_INDEX = `select ${USER_COLUMNS} ${VISIBLE} and u.id = any(array(
  select u.id ${VISIBLE} order by u.id limit $2 offset $3)) order by u.id`;
const BY_CURSOR = `select ${USER_COLUMNS} ${VISIBLE} and u.id > $3 order by u.id limit $2`;

function listOf(resources: readonly object[], totalResults: number, more: object): object {
  return { schemas: [LIST_RESPONSE], totalResults, itemsPerPage: resources.length, ...more, Resources: resources };
}

/** @returns undefined when the user does not exist */
export async function getUser(database: FloorDatabase, caller: Caller, id: string): Promise<object | undefined> {
  const [row] = await database.query<UserRow>(BY_ID, [caller.organizationId, id]);
  return row && userResource(row, caller.baseUrl);
}

/** Understands `userName eq "…"` and `email eq "…"`, with which clients look users up. */
async function lookUp(database: FloorDatabase, caller: Caller, filter: string): Promise<object> {
  const [, name, value = ''] = /^(\w+) eq "(.*)"$/.exec(filter) ?? [];
  const text = name === 'userName' ? BY_USER_NAME : BY_EMAIL;
  const rows = await database.query<UserRow>(text, [caller.organizationId, value.toLowerCase()]);
  const resources = rows.map((row) => userResource(row, caller.baseUrl));
  return listOf(resources, resources.length, { startIndex: 1 });
}

/** Reads a page. A cursor here is the last id of the page before, which is enough to continue. */
async function pageOf(database: FloorDatabase, caller: Caller, query: URLSearchParams): Promise<object> {
  const count = Number(query.get('count') ?? 100);
  const cursor = query.get('cursor');
  const startIndex = Number(query.get('startIndex') ?? 1);
  const { organizationId, baseUrl } = caller;
  const [counted] = await database.query<{ total: number }>(TOTAL, [organizationId]);
  const rows =
    cursor === null
      ? await database.query<UserRow>(BY_INDEX, [organizationId, count, startIndex - 1])
      : await database.query<UserRow>(BY_CURSOR, [organizationId, count, Number(cursor)]);
  const resources = rows.map((row) => userResource(row, baseUrl));
  const place = cursor === null ? { startIndex } : { nextCursor: String(rows.at(-1)?.id ?? '') };
  return listOf(resources, counted?.total ?? 0, place);
}

export async function listUsers(database: FloorDatabase, caller: Caller, query: URLSearchParams): Promise<object> {
  const filter = query.get('filter');
  return filter === null ? pageOf(database, caller, query) : lookUp(database, caller, filter);
}
