import type { RawBuilder } from 'kysely';
import type { ResourceType, ScimResource } from '../../scim/index.js';
import type { AttributeMapping } from '../filter/attribute-mapping.js';
import type { LookUp } from '../filter/look-up.js';

/** How lists find and read the resources of one type. The `scim` room of a module makes it, for one request. */
export interface ListSource {
  readonly resourceType: ResourceType;
  readonly organizationId: number;
  readonly mapping: AttributeMapping;
  /** The internal id of a row: an integer that grows with each new row. */
  readonly id: RawBuilder<unknown>;
  /**
   * The `from` clause, without the word, for the resources of the organization that fulfil a condition.
   *
   * @param lookUp how the condition finds its rows, if an index does
   */
  rowsWhere(condition: RawBuilder<boolean>, lookUp: LookUp | undefined): RawBuilder<unknown>;
  /** The columns to read for the rows of a page, from the tables that `joins` adds. */
  readonly columns: RawBuilder<unknown>;
  /**
   * The joins that follow `from … as position` and find the row with the internal id `position.id`. They include the
   * tenant's condition, and are lateral with a limit, so that PostgreSQL reads the rows of the page and no others.
   */
  readonly joins: RawBuilder<unknown>;
  /** How many resources there are without a filter, if that is kept; without it they are counted. */
  readonly total?: RawBuilder<number>;
  /** @param rows those of a page, in its order */
  toResources(rows: readonly object[]): ScimResource[];
}
