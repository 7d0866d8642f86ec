import { sql, type RawBuilder } from 'kysely';
import type { Circumstance } from './occasion.js';

/** The cause of a change of access, as `access_changes` stores it, in a list; groups have the names of that moment. */
export type Cause =
  | { readonly kind: Circumstance }
  | {
      readonly kind: 'group';
      readonly id: number;
      readonly name: string;
      /** The role that the group is or was mapped to; absent for a workspace. */
      readonly role?: string;
    };

/** A circumstance as a list of causes; empty without one. */
export function causesOf(circumstance: Circumstance | undefined): RawBuilder<unknown> {
  const causes: Cause[] = circumstance ? [{ kind: circumstance }] : [];
  return sql`${JSON.stringify(causes)}::jsonb`;
}

/**
 * A list of causes: groups sorted by name. The statement should call this once for each different set of groups, and
 * not for each change.
 *
 * @param grants `from …` with rows of `group_id` and `role`, which is null for a workspace
 */
export function groupCauses(organizationId: number, grants: RawBuilder<unknown>): RawBuilder<unknown> {
  return sql`(select jsonb_agg(jsonb_strip_nulls(jsonb_build_object(
        'kind', 'group', 'id', g.id, 'name', g.display_name, 'role', x.role)) order by g.display_name, g.id, x.role)
      ${grants} join groups g on g.organization_id = ${organizationId} and g.id = x.group_id)`;
}
