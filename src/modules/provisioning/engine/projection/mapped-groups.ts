import { sql, type RawBuilder } from 'kysely';

/**
 * `from … where …`: the mapped groups `g` of a user, with their mappings `s`.
 *
 * @param mappings one of the tables of mappings
 * @param person SQL of the pair of the user's organization and id
 */
export function mappedGroups(mappings: RawBuilder<unknown>, person: RawBuilder<unknown>): RawBuilder<unknown> {
  return sql`from group_members x
    join ${mappings} s on s.organization_id = x.organization_id and s.group_id = x.group_id
    join groups g on g.organization_id = x.organization_id and g.id = x.group_id
   where (x.organization_id, x.user_id) = ${person}`;
}
