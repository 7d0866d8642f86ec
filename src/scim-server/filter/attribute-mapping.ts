import type { RawBuilder } from 'kysely';

/** Where SQL finds the attributes of one resource type. The expressions are valid in any condition on a row. */
export interface AttributeMapping {
  /**
   * A jsonb expression that holds every attribute not listed below, in the shape of the SCIM resource itself:
   * `{"name": {"givenName": …}, "emails": […], "urn:…:User": {"department": …}}`, names in canonical spelling.
   */
  readonly document: RawBuilder<unknown>;
  /**
   * Single-valued attributes with a column, by canonical path in lower case: `username`, `meta.created`,
   * `urn:…:user:department`. Attributes of type dateTime must be here.
   */
  readonly columns: Readonly<Record<string, ColumnMapping>>;
  /** Multi-valued attributes in other tables, by canonical path in lower case: `members`, `groups`. */
  readonly collections: Readonly<Record<string, CollectionMapping>>;
  /**
   * text[] expressions with all the values of a multi-valued attribute of the document, by canonical path in lower
   * case: `emails.value`. The values are folded with `foldCase` unless the attribute is `caseExact`. They should have a
   * GIN index, because equality is looked up in them.
   */
  readonly arrays?: Readonly<Record<string, RawBuilder<unknown>>>;
}

export interface ColumnMapping {
  /** Of type text, boolean, timestamptz or numeric, as the attribute's type asks, or uuid (see `uuid`). */
  readonly value: RawBuilder<unknown>;
  /** A text expression that holds `foldCase(value)`: comparisons without case use it, and so its index. */
  readonly folded?: RawBuilder<unknown>;
  /**
   * Whether `value` is of SQL type uuid. Equality then compares uuids, so that an index is used; every other operator
   * compares the text.
   */
  readonly uuid?: boolean;
  /** Whether an index begins with the column that equality compares, and few rows share a value. */
  readonly isKey?: boolean;
}

export interface CollectionMapping {
  /** `exists (select … where <the element belongs to the row> and <condition>)`. */
  readonly from: (condition: RawBuilder<boolean>) => RawBuilder<boolean>;
  /**
   * By sub-attribute in lower case, valid inside `from`; without a column, a sub-attribute has no value. The elements of
   * a list of simple values have the empty name.
   */
  readonly columns: Readonly<Record<string, ColumnMapping>>;
}

/** The entry of a mapping for a key, ignoring inherited properties. */
export function entry<T>(record: Readonly<Record<string, T>> | undefined, key: string): T | undefined {
  return record && Object.hasOwn(record, key) ? record[key] : undefined;
}
