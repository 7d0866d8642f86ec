import type { Caller } from './caller.js';
import type { Query } from './floor-database.js';

const LOCK = 'select pg_advisory_xact_lock_shared($1, $2)';
const ORGANIZATION_LOCK = 0x5243;

const ACTIVITY = `
  insert into activity_entries (organization_id, actor_id, channel, request_id, method, url, action, details)
  values ($1, $2, 'scim', $3, $4, $5, $6, $7)`;

/** The lock that every write of users and groups takes. */
export async function lockOrganization(query: Query, { organizationId }: Caller): Promise<void> {
  await query(LOCK, [ORGANIZATION_LOCK, organizationId]);
}

export async function noteActivity(query: Query, caller: Caller, action: string, details: object): Promise<void> {
  const { organizationId, userId, requestId, method, path } = caller;
  await query(ACTIVITY, [organizationId, userId, requestId, method, path, action, JSON.stringify(details)]);
}
