import { sql, type RawBuilder } from 'kysely';

/**
 * The condition that a row belongs to an organization, for statements that find the row by something else. PostgreSQL
 * cannot use it to look rows up: without statistics it takes an organization for so small that reading all of it seems
 * as good as one look into the right index.
 *
 * @param row name of the table, or its alias
 */
export function belongsTo(organizationId: number, row: RawBuilder<unknown>): RawBuilder<boolean> {
  return sql<boolean>`${row}.organization_id + 0 = ${organizationId}::integer`;
}
