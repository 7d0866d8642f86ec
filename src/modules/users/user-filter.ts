import { sql, type RawBuilder } from 'kysely';
import type { AttributeMapping } from '../../platform/database/filter/attribute-mapping.js';
import { compileFilter } from '../../platform/database/filter-compiler.js';
import { parseFilter, resolveFilter, userResourceType } from '../../scim/index.js';

/** Where the attributes of a SCIM User live, for the table alias `u`. */
const mapping: AttributeMapping = {
  document: sql`u.attributes`,
  columns: {
    id: { value: sql`u.scim_id`, uuid: true },
    externalid: { value: sql`u.external_id` },
    username: { value: sql`u.user_name`, folded: sql`u.user_name_key` },
    displayname: { value: sql`u.display_name` },
    active: { value: sql`u.active` },
    'meta.created': { value: sql`u.created_at` },
    'meta.lastmodified': { value: sql`u.updated_at` },
    'meta.resourcetype': { value: sql`'User'::text` },
    'meta.version': { value: sql`'W/"' || u.version || '"'` },
  },
  arrays: { 'emails.value': sql`u.email_keys` },
  collections: {
    groups: {
      from: (condition) => sql<boolean>`exists (select from user_groups g
        where g.organization_id = u.organization_id and g.user_id = u.id and ${condition})`,
      columns: {
        value: { value: sql`g.scim_id`, uuid: true },
        display: { value: sql`g.display_name` },
        type: { value: sql`'direct'::text` },
      },
    },
  },
};

/**
 * The condition on `u` that a filter of a list request stands for; without one it holds for every user.
 * @throws InvalidFilterError
 */
export function userCondition(filter: string | undefined): RawBuilder<boolean> {
  if (filter === undefined) return sql<boolean>`true`;
  return compileFilter(resolveFilter(parseFilter(filter), userResourceType), mapping);
}
