import { sql, type RawBuilder } from 'kysely';
import {
  comparedAttribute,
  InvalidValueError,
  isTextual,
  printAttributePath,
  type Attribute,
  type ResolvedAttribute,
  type SortOrder,
} from '../../scim/index.js';
import type { AttributeMapping } from './filter/attribute-mapping.js';
import { textSides, type Operand } from './filter/operand.js';
import { collectionOf, elementOperand, elementsOf, singleOperand } from './filter/scope.js';

/**
 * A term of ORDER BY (RFC 7644 §3.4.2.3): resources without a value come last when ascending and first when descending,
 * a multi-valued attribute counts by its primary value or else by its first, text by code point and by `caseExact`. Not
 * a total order: a unique key must follow it.
 *
 * @throws InvalidValueError when the attribute is a collection in another table, which has no first element
 */
export function compileSort(
  attribute: ResolvedAttribute,
  order: SortOrder,
  mapping: AttributeMapping,
): RawBuilder<unknown> {
  if (collectionOf(mapping, attribute)) {
    throw new InvalidValueError(`Cannot sort by "${printAttributePath(attribute.path)}".`);
  }
  const key = attribute.attribute.multiValued
    ? firstKey(attribute, mapping)
    : sortKey(comparedAttribute(attribute), singleOperand(mapping, attribute));
  return order === 'ascending' ? sql`${key} asc nulls last` : sql`${key} desc nulls first`;
}

function firstKey(attribute: ResolvedAttribute, mapping: AttributeMapping): RawBuilder<unknown> {
  const key = sortKey(comparedAttribute(attribute), elementOperand(attribute));
  return sql`(
    select ${key} from ${elementsOf(mapping, attribute)} with ordinality as element(value, position)
    order by (element.value -> 'primary' = 'true') is true desc, position limit 1
  )`;
}

function sortKey(attribute: Attribute, operand: Operand): RawBuilder<unknown> {
  if (isTextual(attribute.type)) {
    return sql`${textSides(attribute, operand).subject} collate "C"`;
  }
  return operand.json ?? operand.value;
}
