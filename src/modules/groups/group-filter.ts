import { sql, type RawBuilder } from 'kysely';
import type { AttributeMapping, CollectionMapping } from '../../platform/database/filter/attribute-mapping.js';
import { compileFilter } from '../../platform/database/filter-compiler.js';
import { type Filter, groupResourceType, parseFilter, resolveFilter } from '../../scim/index.js';

/** Columns of a membership `m` and the member's account `u`. */
const memberColumns = {
  value: { value: sql`u.scim_id`, uuid: true },
  display: { value: sql`coalesce(u.display_name, u.user_name)` },
  type: { value: sql`'User'::text` },
};

const members: CollectionMapping = {
  from: (condition) => sql<boolean>`exists (select from group_members m
    join users u on u.organization_id = m.organization_id and u.id = m.user_id
    where m.organization_id = g.organization_id and m.group_id = g.id and ${condition})`,
  columns: memberColumns,
};

/** Where the attributes of a SCIM Group live, for the table alias `g`. */
const mapping: AttributeMapping = {
  document: sql`'{}'::jsonb`,
  columns: {
    id: { value: sql`g.scim_id`, uuid: true },
    externalid: { value: sql`g.external_id` },
    displayname: { value: sql`g.display_name`, folded: sql`g.display_name_key` },
    'meta.created': { value: sql`g.created_at` },
    'meta.lastmodified': { value: sql`g.updated_at` },
    'meta.resourcetype': { value: sql`'Group'::text` },
    'meta.version': { value: sql`'W/"' || g.version || '"'` },
  },
  collections: { members },
};

/**
 * The condition on `g` that a filter of a list request stands for; without one it holds for every group.
 * @throws InvalidFilterError
 */
export function groupCondition(filter: string | undefined): RawBuilder<boolean> {
  if (filter === undefined) return sql<boolean>`true`;
  return compileFilter(resolveFilter(parseFilter(filter), groupResourceType), mapping);
}

/**
 * The condition on a membership `m` and the member's account `u` that a value filter stands for, as in
 * `members[display sw "A"]`.
 * @throws InvalidFilterError
 */
export function memberCondition(filter: Filter): RawBuilder<boolean> {
  const valuePath: Filter = { kind: 'valuePath', path: { attribute: 'members' }, filter };
  return compileFilter(resolveFilter(valuePath, groupResourceType), {
    ...mapping,
    collections: { members: { from: (condition) => condition, columns: memberColumns } },
  });
}
