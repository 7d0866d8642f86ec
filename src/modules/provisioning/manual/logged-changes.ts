import { sql, type RawBuilder } from 'kysely';
import { causesOf } from '../engine/projection/cause.js';
import type { Circumstance } from '../engine/projection/occasion.js';
import type { Container } from './container.js';

/**
 * The CTE `logged`, which writes changes of memberships in a container into `access_changes`.
 *
 * @param because what caused them
 * @param changes what follows `from`, with `user_id`, `previous` and `current`
 */
export function loggedChanges(
  { kind, organizationId, id }: Container,
  requestId: string,
  because: Circumstance,
  changes: RawBuilder<unknown>,
): RawBuilder<unknown> {
  return sql`logged as (
    insert into access_changes (organization_id, user_id, kind, target_id, previous, current, request_id, causes)
    select ${organizationId}::integer, user_id, ${kind}::text, ${id}::integer, previous, current, ${requestId},
           ${causesOf(because)}
      from ${changes}
  )`;
}
