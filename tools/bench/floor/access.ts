import type { Caller } from './caller.js';
import type { Query } from './floor-database.js';
import { type AccessStatements, type Statement, type Values, valuesOf } from './statement.js';

/** The server's own statements, which the program that starts the floor passes on: see `server-statements.ts`. */
const SERVER = JSON.parse(process.env.FLOOR_STATEMENTS ?? '') as AccessStatements;

const ENROLL = `
  insert into role_assignments (organization_id, user_id, base_role, base_role_source, role, role_source, reason)
  select o.id, $2::integer, o.default_role, 'default', 'DI', 'default', 'deactivated'
    from organizations o where o.id = $1`;

const HOLD = `
  select count(*) from (
    select a.user_id from role_assignments a
     where a.organization_id = $1 and a.user_id = any($2::integer[]) order by a.user_id for no key update) as locked`;

const RESTORE = `
  update role_assignments a set base_role = o.default_role, base_role_source = 'default' from organizations o
   where o.id = a.organization_id and a.organization_id = $1 and a.user_id = $2 and a.base_role is null`;

const LARGE = 1_000;

async function run(query: Query, statement: Statement, values: Values): Promise<void> {
  await query(statement.text, valuesOf(statement, values));
}

export async function enroll(query: Query, { organizationId, requestId }: Caller, userId: number): Promise<void> {
  await query(ENROLL, [organizationId, userId]);
  await run(query, SERVER.newRole, { organizationId, userIds: [userId], requestId });
}

/** After `active` has changed. */
export async function evaluateRole(
  query: Query,
  { organizationId, requestId }: Caller,
  userId: number,
  isBack: boolean,
): Promise<void> {
  await query(HOLD, [organizationId, [userId]]);
  if (isBack) await query(RESTORE, [organizationId, userId]);
  await run(query, SERVER.role, { organizationId, userIds: [userId], requestId });
}

/** After memberships have changed. */
export async function evaluateAccess(
  query: Query,
  { organizationId, requestId }: Caller,
  userIds: readonly number[],
): Promise<void> {
  const values = { organizationId, userIds, requestId };
  await query(HOLD, [organizationId, userIds]);
  if (userIds.length < LARGE) {
    for (const statement of userIds.length === 1 ? SERVER.ofOne : SERVER.ofMany) await run(query, statement, values);
    return;
  }
  await query('set local enable_nestloop = off', []);
  for (const { text, places } of SERVER.ofMany) await run(query, { text: `${text} -- large`, places }, values);
  await query('set local enable_nestloop = on', []);
}
