import type { RawBuilder } from 'kysely';
import type { ResourceType, ScimResource } from '../../scim/index.js';
import type { AttributeMapping } from '../filter/attribute-mapping.js';
import type { LookUp } from '../filter/look-up.js';

/** The resources of one type as lists find and read them. Its repository hands it out, for one request. */
export interface ListSource {
  readonly resourceType: ResourceType;
  readonly organizationId: number;
  readonly mapping: AttributeMapping;
  /** The internal id of a row: an integer that grows from row to row as they are made. */
  readonly id: RawBuilder<unknown>;
  /**
   * What follows `from` to get the resources of the organization that fulfil a condition.
   * @param lookUp what in the condition leads to its rows, if anything does
   */
  rowsWhere(condition: RawBuilder<boolean>, lookUp: LookUp | undefined): RawBuilder<unknown>;
  /** What is read of the rows on a page: columns of what `joins` brings in. */
  readonly columns: RawBuilder<unknown>;
  /**
   * What follows `from … as position` to find the row with the internal id `position.id`, the tenant's condition
   * included: lateral and with a limit, so that PostgreSQL looks at the rows of the page and no others.
   */
  readonly joins: RawBuilder<unknown>;
  /** @param rows those of a page, in its order */
  toResources(rows: readonly object[]): ScimResource[];
}
