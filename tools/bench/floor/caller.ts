import { createHash, randomUUID } from 'node:crypto';
import type { FloorDatabase } from './floor-database.js';

/** Who calls, with which request; `baseUrl` begins the links in answers. */
export interface Caller {
  readonly tokenId: number;
  readonly organizationId: number;
  readonly userId: number;
  readonly role: string;
  readonly requestId: string;
  readonly method: string;
  readonly path: string;
  readonly baseUrl: string;
}

const BEARER = `
  select t.id as "tokenId", t.organization_id as "organizationId", t.user_id as "userId", u.scim_id as "scimId",
         u.email, a.role,
         t.last_used_at is null or t.last_used_at < now() - interval '1 minute' as "isStale"
    from access_tokens t
    join users u on u.organization_id = t.organization_id and u.id = t.user_id and u.visible
    join role_assignments a on a.organization_id = t.organization_id and a.user_id = t.user_id
   where t.token_hash = $1 and t.revoked_at is null and (t.expires_at is null or t.expires_at > now())
     and a.role <> 'DI'`;

const TOUCH = 'update access_tokens set last_used_at = now() where organization_id = $1 and id = $2';

/** @returns undefined for a token that is not the Owner's */
export async function findCaller(
  database: FloorDatabase,
  request: { readonly authorization: string; readonly method: string; readonly path: string; readonly host: string },
): Promise<Caller | undefined> {
  const token = request.authorization.replace(/^Bearer /, '');
  const [bearer] = await database.query<Caller & { isStale: boolean }>(BEARER, [
    createHash('sha256').update(token).digest(),
  ]);
  if (bearer?.role !== 'OW') return undefined;
  if (bearer.isStale) await database.query(TOUCH, [bearer.organizationId, bearer.tokenId]);
  const { method, path, host } = request;
  return { ...bearer, requestId: randomUUID(), method, path, baseUrl: `http://${host}/scim/v2` };
}
