import { sql, type RawBuilder } from 'kysely';
import { belongsTo } from '../../../platform/database/belongs-to.js';
import type {
  AttributeMapping,
  CollectionMapping,
  ColumnMapping,
} from '../../../scim-server/filter/attribute-mapping.js';
import { compileFilter } from '../../../scim-server/filter/filter-compiler.js';
import type { ListSource } from '../../../scim-server/listing/list-source.js';
import { latest } from '../../../scim-server/filter/latest.js';
import { type Filter, groupResourceType, resolveFilter, Urn } from '../../../scim/index.js';

/** Columns of a membership `m` and the member's account `u`. */
function memberColumns(baseUrl: string): Readonly<Record<string, ColumnMapping>> {
  return {
    value: { value: sql`u.scim_id`, uuid: true },
    $ref: { value: sql`(${`${baseUrl}/Users/`}::text || u.scim_id)` },
    display: { value: sql`coalesce(u.display_name, u.user_name)` },
    type: { value: sql`'User'::text` },
  };
}

function membersOfGroup(baseUrl: string): CollectionMapping {
  return {
    from: (condition) => sql<boolean>`exists (select from group_members m
      join users u on u.organization_id = m.organization_id and u.id = m.user_id
      where m.organization_id = g.organization_id and m.group_id = g.id and ${condition})`,
    columns: memberColumns(baseUrl),
  };
}

/** Where SQL finds the attributes of a SCIM Group, for the table alias `g`. */
function mapping(baseUrl: string, members: CollectionMapping): AttributeMapping {
  return {
    document: sql`'{}'::jsonb`,
    columns: {
      id: { value: sql`g.scim_id`, uuid: true, isKey: true },
      externalid: { value: sql`g.external_id`, isKey: true },
      displayname: { value: sql`g.display_name`, folded: sql`g.display_name_key`, isKey: true },
      'meta.created': { value: sql`g.created_at` },
      'meta.lastmodified': { value: sql`g.updated_at` },
      'meta.resourcetype': { value: sql`'Group'::text` },
      'meta.location': { value: sql`(${`${baseUrl}/Groups/`}::text || g.scim_id)` },
      'meta.version': { value: sql`('W/"' || g.version || '"')` },
    },
    collections: {
      members,
      schemas: {
        from: (condition) =>
          sql<boolean>`exists (select from (select ${Urn.group}::text) as s (urn) where ${condition})`,
        columns: { '': { value: sql`s.urn` } },
      },
    },
  };
}

const mappingAt = latest((baseUrl: string) => mapping(baseUrl, membersOfGroup(baseUrl)));

/** The groups of an organization, including placeholders, for lists of SCIM Groups. */
export function groupTable(organizationId: number, baseUrl: string): Pick<ListSource, 'mapping' | 'id' | 'rowsWhere'> {
  return {
    mapping: mappingAt(baseUrl),
    id: sql`g.id`,
    rowsWhere: (condition, lookUp) =>
      lookUp
        ? sql`groups g where ${belongsTo(organizationId, sql`g`)} and ${condition}`
        : sql`groups g where g.organization_id = ${organizationId} and ${condition}`,
  };
}

/**
 * Compiles a value filter such as `members[display sw "A"]` to a condition on a membership `m` and the member's account
 * `u`.
 *
 * @throws InvalidFilterError
 */
export function memberCondition(filter: Filter, baseUrl: string): RawBuilder<boolean> {
  const valuePath: Filter = { kind: 'valuePath', path: { attribute: 'members' }, filter };
  const members: CollectionMapping = { from: (condition) => condition, columns: memberColumns(baseUrl) };
  return compileFilter(resolveFilter(valuePath, groupResourceType), mapping(baseUrl, members));
}
