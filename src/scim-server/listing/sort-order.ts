import { sql, type RawBuilder } from 'kysely';
import type { Cursor } from './cursor.js';
import type { PageRequest } from './page-request.js';

/** How to read the rows of `position (key, type, id)`: in which order, and from where. */
type Reading = Pick<PageRequest, 'sorted' | 'from'>;

/** Rows without a value come last when ascending and first when descending (RFC 7644 §3.4.2.3). */
const KEY_TERMS = {
  rising: sql`position.key collate "C" asc nulls last`,
  falling: sql`position.key collate "C" desc nulls first`,
};

/** Whether keys grow while reading; reading backwards reverses the order. */
function isRising({ sorted, from }: Reading): boolean {
  return (sorted === 'descending') === (from?.direction === 'before');
}

/** The terms of ORDER BY: a total order, reversed when reading backwards. */
export function orderTerms(reading: Reading): RawBuilder<unknown> {
  const key = isRising(reading) ? KEY_TERMS.rising : KEY_TERMS.falling;
  const ties =
    reading.from?.direction === 'before' ? sql`position.type desc, position.id desc` : sql`position.type, position.id`;
  return reading.sorted === undefined ? ties : sql`${key}, ${ties}`;
}

/**
 * The condition that keeps the rows after the place to read from, in reading order; all rows if there is no such place.
 */
export function seekCondition(reading: Reading): RawBuilder<boolean> {
  const { sorted, from } = reading;
  if (!from) return sql<boolean>`true`;
  const tie = tieCondition(from);
  if (sorted === undefined) return tie;
  const { key } = from.place;
  if (key === null)
    return isRising(reading) ? sql<boolean>`(key is null and ${tie})` : sql<boolean>`(key is not null or ${tie})`;

  const same = sql<boolean>`(key = ${key}::text and ${tie})`;
  return isRising(reading)
    ? sql<boolean>`(key > ${key}::text collate "C" or key is null or ${same})`
    : sql<boolean>`(key < ${key}::text collate "C" or ${same})`;
}

function tieCondition({ direction, place: { type, id } }: Cursor): RawBuilder<boolean> {
  const beyond = direction === 'after' ? sql`>` : sql`<`;
  return sql<boolean>`(type ${beyond} ${type}::text or (type = ${type}::text and id ${beyond} ${id}::integer))`;
}
