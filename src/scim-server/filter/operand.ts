import { sql, type RawBuilder } from 'kysely';
import { isTextual, type Attribute } from '../../scim/index.js';
import { foldCase } from '../../text/index.js';
import type { ColumnMapping } from './attribute-mapping.js';

/** A stored value in a condition; null in SQL when there is no value. */
export interface Operand extends ColumnMapping {
  /** The same value as jsonb, when it comes from a document; `value` is its text then. */
  readonly json?: RawBuilder<unknown>;
}

/**
 * The two sides of a comparison of texts: the stored text, and a function that makes a bound value comparable with it.
 */
export interface TextSides {
  readonly subject: RawBuilder<unknown>;
  readonly bind: (text: string) => RawBuilder<unknown>;
}

/** A property of a jsonb object as operand. */
export function propertyOperand(parent: RawBuilder<unknown>, name: string): Operand {
  return { value: sql`(${parent} ->> ${sql.lit(name)})`, json: property(parent, name) };
}

/** A jsonb value as operand. */
export function jsonOperand(json: RawBuilder<unknown>): Operand {
  return { value: sql`(${json} #>> '{}')`, json };
}

/** A property of a jsonb object, as jsonb. */
export function property(parent: RawBuilder<unknown>, name: string): RawBuilder<unknown> {
  return sql`(${parent} -> ${sql.lit(name)})`;
}

/**
 * How the texts of an attribute are compared. Without a folded column the database folds both sides with its own
 * function. That function differs from `foldCase` in two rare cases (the dotted capital I, the sigma at the end of a
 * word), and folds more than ASCII only under a UTF-8 character type.
 */
export function textSides(attribute: Attribute, { value, folded, uuid }: Operand): TextSides {
  const text = uuid ? sql`${value}::text` : value;
  const bound = (wanted: string): RawBuilder<unknown> => sql`${wanted}::text`;
  if (attribute.caseExact) return { subject: text, bind: bound };

  return folded
    ? { subject: folded, bind: (wanted) => bound(foldCase(wanted)) }
    : { subject: foldInSql(text), bind: (wanted) => foldInSql(bound(wanted)) };
}

/** Whether there is a value; null or false when there is not. */
export function isPresent(attribute: Attribute, { value, json }: Operand): RawBuilder<boolean> {
  if (json) return sql<boolean>`${json} not in ('null', '""', '[]', '{}')`;

  return isTextual(attribute.type) ? sql<boolean>`${value}::text <> ''` : sql<boolean>`${value} is not null`;
}

function foldInSql(text: RawBuilder<unknown>): RawBuilder<unknown> {
  return sql`lower(normalize(${text}, nfc))`;
}
