import { sql, type RawBuilder } from 'kysely';
import type { MappingSource } from './mapping-source.js';
import { roleSteps } from './role.steps.js';
import { scopeOf } from './scope.js';
import { seatSteps } from './seat.steps.js';

/** Number of assignments that a statement changed. */
export interface Changed {
  readonly changed: number;
}

/**
 * The decision on every user of the CTE `scope`, and on those whom a seat falls to: a list of CTEs that ends in `decided`.
 * Storing, previewing and reconciling are this one, with different things done to the result.
 */
export function roleDecisions(organizationId: number, mappings: MappingSource): RawBuilder<unknown> {
  return sql`${roleSteps(organizationId, mappings)}, ${seatSteps(organizationId)}`;
}

/** Whether the stored row `a` is not what the row `decision` says. */
export function isDifferentFrom(decision: RawBuilder<unknown>): RawBuilder<boolean> {
  return sql<boolean>`(${columnsOf(sql`a`)}) is distinct from (${columnsOf(decision)})`;
}

/** What is decided of a user, as `role_assignments` has it. */
const DECIDED = ['base_role', 'base_role_source', 'mapped_role', 'role', 'role_source', 'reason', 'waiting_since'];

function columnsOf(row: RawBuilder<unknown>): RawBuilder<unknown> {
  return sql.join(DECIDED.map((name) => sql`${row}.${sql.ref(name)}`));
}

/**
 * Brings the organization roles of some users to what rules R1 to R8 say, and the base role with them; what changed
 * goes into `access_changes`.
 *
 * Every row that is decided on is there. It is written as if it might not be, since that has PostgreSQL look it up by its
 * key; joining an update, it reads all of the table as long as it has no statistics.
 *
 * @param scope a query that yields `user_id`; the caller holds these users' rows of `role_assignments`, and the seats
 * @param areNew whether these users had no role before, only a row to hold one
 */
export function projectRoles(
  organizationId: number,
  scope: RawBuilder<unknown>,
  mappings: MappingSource,
  requestId: string,
  { areNew = false }: { readonly areNew?: boolean } = {},
): RawBuilder<Changed> {
  const previous = areNew ? sql`case when user_id not in (select user_id from scope) then previous end` : sql`previous`;
  const columns = sql.join(DECIDED.map((name) => sql.ref(name)));
  return sql<Changed>`
    with ${scopeOf(organizationId, scope)}, ${roleDecisions(organizationId, mappings)},
    stored as (
      insert into role_assignments as a (organization_id, user_id, ${columns})
      select ${organizationId}::integer, user_id, ${columns} from decided
      on conflict (organization_id, user_id)
        do update set (${columns}, updated_at) = row(${columnsOf(sql`excluded`)}, now())
        where ${isDifferentFrom(sql`excluded`)}
      returning user_id, role as current, reason
    ),
    logged as (
      insert into access_changes (organization_id, user_id, kind, previous, current, reason, request_id)
      select ${organizationId}::integer, user_id, 'role', ${previous}, current, stored.reason, ${requestId}
        from stored join decided using (user_id) where previous <> current
    )
    select count(*)::integer as changed from stored`;
}
