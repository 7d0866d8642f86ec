import { sql, type RawBuilder } from 'kysely';
import type { MappingSource } from './mapping-source.js';
import { roleSteps } from './role.steps.js';
import { seatSteps } from './seat.steps.js';

/** Number of assignments that a statement changed. */
export interface Changed {
  readonly changed: number;
}

/** Somebody's organization role before and after. */
export interface RoleChange {
  readonly user_id: number;
  readonly previous: string;
  readonly current: string;
}

/**
 * The decision on every user in the scope, and on those whom a seat falls to: a list of CTEs that ends in `decided`.
 * Storing, previewing and reconciling are this one, with different things done to the result.
 */
function decisions(organizationId: number, scope: RawBuilder<unknown>, mappings: MappingSource): RawBuilder<unknown> {
  return sql`scope as materialized (${scope}), ${roleSteps(organizationId, mappings)}, ${seatSteps(organizationId)}`;
}

/**
 * Brings the organization roles of some users to what rules R1 to R8 say, and the base role with them; what changed
 * goes into `access_changes`.
 *
 * @param scope a query that yields `user_id`; the caller holds these users' rows of `role_assignments`, and the seats
 */
export function projectRoles(
  organizationId: number,
  scope: RawBuilder<unknown>,
  mappings: MappingSource,
  requestId: string,
): RawBuilder<Changed> {
  return sql<Changed>`
    with ${decisions(organizationId, scope, mappings)},
    stored as (
      update role_assignments a
         set base_role = d.base_role, base_role_source = d.base_role_source, mapped_role = d.mapped_role,
             role = d.role, role_source = d.role_source, reason = d.reason, waiting_since = d.waiting_since,
             updated_at = now()
        from decided d
       where a.organization_id = ${organizationId} and a.user_id = d.user_id
         and (a.base_role, a.base_role_source, a.mapped_role, a.role, a.role_source, a.reason, a.waiting_since)
             is distinct from (d.base_role, d.base_role_source, d.mapped_role, d.role, d.role_source, d.reason, d.waiting_since)
      returning a.user_id, d.previous, a.role as current, a.reason
    ),
    logged as (
      insert into access_changes (organization_id, user_id, kind, previous, current, reason, request_id)
      select ${organizationId}::integer, user_id, 'role', previous, current, reason, ${requestId}
        from stored where previous <> current
    )
    select count(*)::integer as changed from stored`;
}

/** What `projectRoles` would change, and nothing done: it takes no lock and writes no row. */
export function previewRoles(
  organizationId: number,
  scope: RawBuilder<unknown>,
  mappings: MappingSource,
): RawBuilder<RoleChange> {
  return sql<RoleChange>`
    with ${decisions(organizationId, scope, mappings)}
    select user_id, previous, role as current from decided where previous <> role`;
}
