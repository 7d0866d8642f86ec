import { sql, type RawBuilder } from 'kysely';
import { causesOf } from '../engine/projection/cause.js';
import { loggedChanges } from '../engine/projection/logged-changes.js';
import type { Circumstance } from '../engine/projection/occasion.js';
import type { Container } from './container.js';

/**
 * Logs changes of memberships in a container, as `loggedChanges` does.
 *
 * @param because what caused them
 * @param changes what follows `from`, with `user_id`, `previous` and `current`
 */
export function loggedMemberships(
  { kind, organizationId, id }: Container,
  requestId: string,
  because: Circumstance,
  changes: RawBuilder<unknown>,
): RawBuilder<unknown> {
  return loggedChanges(
    { organizationId, kind, requestId },
    sql`select user_id, ${id}::integer as target_id, previous, current, null::text as reason,
               ${causesOf(because)} as causes from ${changes}`,
  );
}
