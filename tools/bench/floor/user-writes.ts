import { v7 } from 'uuid';
import { enroll, evaluateRole } from './access.js';
import type { Caller } from './caller.js';
import type { FloorDatabase } from './floor-database.js';
import { getUser } from './user-reads.js';
import { lockOrganization, noteActivity } from './writes.js';

interface NewUser {
  readonly userName: string;
  readonly displayName?: string;
  readonly externalId?: string;
  readonly emails?: readonly { readonly value: string }[];
  readonly name?: object;
  readonly title?: string;
}

const DELETED = `
  select id from users where organization_id + 0 = $1 and deleted_at is not null and email_key = $2 for update`;

const INSERT = `
  insert into users (organization_id, scim_id, user_name, user_name_key, email, email_key, email_keys, external_id,
                     display_name, attributes, provisioned_at)
  values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, now()) returning id, scim_id`;

const LOCK_USER = `
  select id, active from users where organization_id + 0 = $1 and scim_id = $2 and visible for update`;

const SET_ACTIVE = `
  update users set active = $3, version = version + 1, updated_at = now() where organization_id = $1 and id = $2`;

export async function createUser(database: FloorDatabase, caller: Caller, body: unknown): Promise<object | undefined> {
  const { userName, displayName, externalId, ...attributes } = body as NewUser;
  const email = attributes.emails?.[0]?.value ?? userName;
  const { organizationId } = caller;
  const scimId = v7();
  await database.transaction(async (query) => {
    await lockOrganization(query, caller);
    await query(DELETED, [organizationId, email.toLowerCase()]);
    const [row] = await query<{ id: number }>(INSERT, [
      ...[organizationId, scimId, userName, userName.toLowerCase(), email, email.toLowerCase(), [email.toLowerCase()]],
      ...[externalId ?? null, displayName ?? null, JSON.stringify(attributes)],
    ]);
    if (!row) throw new Error('Nothing was inserted');
    await enroll(query, caller, row.id);
    await noteActivity(query, caller, 'user.created', { userId: row.id });
  });
  return getUser(database, caller, scimId);
}

interface PatchOp {
  readonly Operations: readonly { readonly value: { readonly active: boolean } }[];
}

/** Understands the PATCH that sets `active`. */
export async function patchUser(
  database: FloorDatabase,
  caller: Caller,
  id: string,
  body: unknown,
): Promise<object | undefined> {
  const active = (body as PatchOp).Operations[0]?.value.active ?? true;
  const { organizationId } = caller;
  await database.transaction(async (query) => {
    await lockOrganization(query, caller);
    const [row] = await query<{ id: number; active: boolean }>(LOCK_USER, [organizationId, id]);
    if (!row || row.active === active) return;
    await query(SET_ACTIVE, [organizationId, row.id, active]);
    await noteActivity(query, caller, 'user.changed', { userId: row.id });
    await evaluateRole(query, caller, row.id, active);
    await noteActivity(query, caller, active ? 'user.reactivated' : 'user.deactivated', { userId: row.id });
  });
  return getUser(database, caller, id);
}
