import { sql, type RawBuilder } from 'kysely';
import { belongsTo } from '../../../platform/database/belongs-to.js';
import type { AttributeMapping, CollectionMapping } from '../../../scim-server/filter/attribute-mapping.js';
import type { LookUp } from '../../../scim-server/filter/look-up.js';
import type { ListSource } from '../../../scim-server/listing/list-source.js';
import { latest } from '../../../scim-server/filter/latest.js';
import { Urn } from '../../../scim/index.js';

const access = Urn.access.toLowerCase();

/** The row of the view `user_access` for the account `u`. */
const accessOfUser = sql`user_access a where a.organization_id = u.organization_id and a.user_id = u.id`;

/** A list in the access extension; its elements have SCIM's names. */
function accessList(list: RawBuilder<unknown>, names: readonly string[]): CollectionMapping {
  return {
    from: (condition) => sql<boolean>`exists (select from user_access a, jsonb_array_elements(${list}) as item (value)
        where a.organization_id = u.organization_id and a.user_id = u.id and ${condition})`,
    columns: Object.fromEntries(names.map((name) => [name, { value: sql`(item.value ->> ${sql.lit(name)})` }])),
  };
}

/** Where SQL finds the attributes of a SCIM User, for the table alias `u`. */
function mapping(baseUrl: string): AttributeMapping {
  return {
    document: sql`u.attributes`,
    columns: {
      id: { value: sql`u.scim_id`, uuid: true, isKey: true },
      externalid: { value: sql`u.external_id`, isKey: true },
      username: { value: sql`u.user_name`, folded: sql`u.user_name_key`, isKey: true },
      displayname: { value: sql`u.display_name` },
      active: { value: sql`u.active` },
      'meta.created': { value: sql`u.created_at` },
      'meta.lastmodified': { value: sql`u.updated_at` },
      'meta.resourcetype': { value: sql`'User'::text` },
      'meta.location': { value: sql`(${`${baseUrl}/Users/`}::text || u.scim_id)` },
      'meta.version': { value: sql`('W/"' || u.version || '"')` },
      [`${access}:role`]: { value: sql`(select a.role from ${accessOfUser})` },
      [`${access}:rolesource`]: { value: sql`(select a.role_source from ${accessOfUser})` },
    },
    arrays: { 'emails.value': sql`u.email_keys` },
    collections: {
      schemas: {
        from: (condition) => sql<boolean>`exists (select from (select ${Urn.user}::text union all
          select name from jsonb_object_keys(u.attributes) as name where name ~* '^urn:') as s (urn) where ${condition})`,
        columns: { '': { value: sql`s.urn` } },
      },
      groups: {
        from: (condition) => sql<boolean>`exists (select from user_groups g
          where g.organization_id = u.organization_id and g.user_id = u.id and ${condition})`,
        columns: {
          value: { value: sql`g.scim_id`, uuid: true },
          $ref: { value: sql`(${`${baseUrl}/Groups/`}::text || g.scim_id)` },
          display: { value: sql`g.display_name` },
          type: { value: sql`'direct'::text` },
        },
      },
      [`${access}:workspaces`]: accessList(sql`a.workspaces`, ['value', 'display']),
      [`${access}:projects`]: accessList(sql`a.projects`, ['value', 'display', 'role', 'state']),
    },
  };
}

const mappingAt = latest(mapping);

/**
 * The condition that accounts are visible, in a form that suits the index: those of all visible accounts help if
 * nothing else leads to a few rows, and if they have the userName.
 */
function visibleIn(organizationId: number, lookUp: LookUp | undefined): RawBuilder<unknown> {
  if (lookUp === undefined) return sql`u.organization_id = ${organizationId} and u.visible`;
  const visible = lookUp === 'column' ? sql`u.visible` : sql`u.visible is not false`;
  return sql`${belongsTo(organizationId, sql`u`)} and ${visible}`;
}

/** The accounts of an organization, for lists of SCIM Users. Deleted ones are invisible. */
export function userTable(organizationId: number, baseUrl: string): Pick<ListSource, 'mapping' | 'id' | 'rowsWhere'> {
  return {
    mapping: mappingAt(baseUrl),
    id: sql`u.id`,
    rowsWhere: (condition, lookUp) => sql`users u where ${visibleIn(organizationId, lookUp)} and ${condition}`,
  };
}
