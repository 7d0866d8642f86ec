import type { Caller } from './caller.js';
import type { FloorDatabase } from './floor-database.js';
import { getGroup, patchGroup, replaceGroup } from './groups.js';
import { getSettings } from './settings.js';
import { getUser, listUsers } from './user-reads.js';
import { createUser, patchUser } from './user-writes.js';

/** An answer, its body as JSON. */
export interface Answer {
  readonly status: number;
  readonly body?: string;
}

const NOT_FOUND: Answer = { status: 404 };

function found(body: object | string | undefined, status = 200): Answer {
  if (body === undefined) return NOT_FOUND;
  return { status, body: typeof body === 'string' ? body : JSON.stringify(body) };
}

type Handler = (
  database: FloorDatabase,
  caller: Caller,
  id: string,
  query: URLSearchParams,
  body: unknown,
) => Promise<Answer>;

const ROUTES: Readonly<Record<string, Handler>> = {
  'GET /scim/v2/Users': async (database, caller, _id, query) => found(await listUsers(database, caller, query)),
  'POST /scim/v2/Users': async (database, caller, _id, _query, body) =>
    found(await createUser(database, caller, body), 201),
  'GET /scim/v2/Users/:id': async (database, caller, id) => found(await getUser(database, caller, id)),
  'PATCH /scim/v2/Users/:id': async (database, caller, id, _query, body) =>
    found(await patchUser(database, caller, id, body)),
  'GET /scim/v2/Groups/:id': async (database, caller, id, query) =>
    found(await getGroup(database, caller, id, query.get('excludedAttributes') !== 'members')),
  'PUT /scim/v2/Groups/:id': async (database, caller, id, _query, body) =>
    found(await replaceGroup(database, caller, id, body)),
  'PATCH /scim/v2/Groups/:id': async (database, caller, id, _query, body) => {
    await patchGroup(database, caller, id, body);
    return { status: 204 };
  },
  'GET /api/scim/settings': async (database, caller) => found(await getSettings(database, caller)),
};

/** Answers the requests that the phases make, and no others. */
export async function route(database: FloorDatabase, caller: Caller, body: unknown): Promise<Answer> {
  const [path = '', search] = caller.path.split('?');
  const [, collection = path, id = ''] = /^(\/scim\/v2\/\w+)\/([^/]+)$/.exec(path) ?? [];
  const handler = ROUTES[`${caller.method} ${collection}${id === '' ? '' : '/:id'}`];
  return handler ? handler(database, caller, id, new URLSearchParams(search), body) : NOT_FOUND;
}
