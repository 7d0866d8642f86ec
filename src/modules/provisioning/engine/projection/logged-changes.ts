import { sql, type RawBuilder } from 'kysely';
import type { Kind } from './access.metrics.js';

/** Whose access changed, in what, and in which request. */
export interface ChangesOf {
  readonly organizationId: number;
  readonly kind: Kind;
  readonly requestId: string;
}

/**
 * The CTE `logged`, which notes changes of access in `access_changes`. Every statement that changes access ends in it, and
 * nothing else writes to the log.
 *
 * @param changes a query with a row for each change: `user_id`, `target_id` (null for the organization role), `previous`
 *   and `current` (null for nothing), `reason` (of the role) and `causes`, a list as `causesOf` and `groupCauses` make it
 */
export function loggedChanges(
  { organizationId, kind, requestId }: ChangesOf,
  changes: RawBuilder<unknown>,
): RawBuilder<unknown> {
  return sql`logged as (
    insert into access_changes
      (organization_id, user_id, kind, target_id, previous, current, reason, request_id, causes)
    select ${organizationId}::integer, user_id, ${kind}::text, target_id, previous, current, reason, ${requestId}, causes
      from (${changes}) as changes
  )`;
}
