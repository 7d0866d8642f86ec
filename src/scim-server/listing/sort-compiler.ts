import { sql, type RawBuilder } from 'kysely';
import {
  comparedAttribute,
  InvalidValueError,
  isTextual,
  printAttributePath,
  type Attribute,
  type ResolvedAttribute,
} from '../../scim/index.js';
import type { AttributeMapping } from '../filter/attribute-mapping.js';
import { textSides, type Operand } from '../filter/operand.js';
import { collectionOf, elementOperand, elementsOf, singleOperand } from '../filter/scope.js';

/** The format of instants in sort keys: fixed width and one zone, so that texts sort as the instants do. */
const INSTANT = sql.lit('YYYY-MM-DD"T"HH24:MI:SS.US');

/**
 * Compiles the sort key of a row (RFC 7644 §3.4.2.3): text that is compared by code point, for every type of attribute;
 * null without a value. A multi-valued attribute counts by its primary value or else by its first. Text is folded
 * unless the attribute is `caseExact`.
 *
 * @throws InvalidValueError when the attribute is a collection in another table, which has no first element
 * @throws TypeError for numbers, which no attribute here has, and for a dateTime without a column in the mapping
 */
export function compileSortKey(attribute: ResolvedAttribute, mapping: AttributeMapping): RawBuilder<string | null> {
  if (collectionOf(mapping, attribute))
    throw new InvalidValueError(`Cannot sort by "${printAttributePath(attribute.path)}": it has no first value.`);

  return attribute.attribute.multiValued
    ? firstKey(attribute, mapping)
    : keyOf(comparedAttribute(attribute), singleOperand(mapping, attribute));
}

function firstKey(attribute: ResolvedAttribute, mapping: AttributeMapping): RawBuilder<string | null> {
  const key = keyOf(comparedAttribute(attribute), elementOperand(attribute));
  return sql<string | null>`(
    select ${key} from ${elementsOf(mapping, attribute)} with ordinality as element(value, position)
    order by (element.value -> 'primary' = 'true') is true desc, position limit 1
  )`;
}

function keyOf(attribute: Attribute, operand: Operand): RawBuilder<string | null> {
  return sql<string | null>`${textOf(attribute, operand)} collate "C"`;
}

function textOf(attribute: Attribute, operand: Operand): RawBuilder<unknown> {
  if (isTextual(attribute.type)) return textSides(attribute, operand).subject;

  if (attribute.type === 'boolean') return sql`(${operand.value})::text`;

  if (attribute.type === 'dateTime' && !operand.json)
    return sql`to_char(${operand.value} at time zone 'UTC', ${INSTANT})`;

  throw new TypeError(`The attribute ${attribute.name} cannot be turned into a sort key`);
}
