import { sql, type RawBuilder } from 'kysely';
import type { MappingSource } from './mapping-source.js';
import { roleSteps } from './role.steps.js';
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

/** Whether the stored row `a` is not what the decision `d` says. */
export const isDifferent = sql<boolean>`
  (a.base_role, a.base_role_source, a.mapped_role, a.role, a.role_source, a.reason, a.waiting_since)
  is distinct from (d.base_role, d.base_role_source, d.mapped_role, d.role, d.role_source, d.reason, d.waiting_since)`;

/**
 * Brings the organization roles of some users to what rules R1 to R8 say, and the base role with them; what changed
 * goes into `access_changes`.
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
  return sql<Changed>`
    with scope as materialized (${scope}), ${roleDecisions(organizationId, mappings)},
    stored as (
      update role_assignments a
         set base_role = d.base_role, base_role_source = d.base_role_source, mapped_role = d.mapped_role,
             role = d.role, role_source = d.role_source, reason = d.reason, waiting_since = d.waiting_since,
             updated_at = now()
        from decided d
       where a.organization_id = ${organizationId} and a.user_id = d.user_id and ${isDifferent}
      returning a.user_id, d.previous, a.role as current, a.reason
    ),
    logged as (
      insert into access_changes (organization_id, user_id, kind, previous, current, reason, request_id)
      select ${organizationId}::integer, user_id, 'role', ${previous}, current, reason, ${requestId}
        from stored where previous <> current
    )
    select count(*)::integer as changed from stored`;
}
