import { InvalidCursorError } from '../../scim/index.js';
import { printBoundCursor, type QueryParts, readBoundCursor } from '../../platform/http/bound-cursor.js';
import type { Seek } from './sort-order.js';

const MAX_ID = 2_147_483_647;

/**
 * A place in the results of a query as a cursor (RFC 9865 §2), good for this query only and for as long as there are
 * resources around the place.
 */
export function printCursor({ direction, position }: Seek, query: QueryParts): string {
  const { key, type, id } = position;
  return printBoundCursor([direction, type, id, key], query);
}

/**
 * The place that a cursor names.
 *
 * @throws InvalidCursorError when it is not one that `printCursor` made for this query
 */
export function parseCursor(text: string, query: QueryParts): Seek {
  const { place = [], isOfThisQuery } = readBoundCursor(text, query) ?? {};
  const [direction, type, id, key] = place;
  if (place.length !== 4 || (direction !== 'after' && direction !== 'before') || !isPosition(type, id, key)) {
    throw new InvalidCursorError('The cursor is none that this server gave out; ask for the first page again.');
  }
  if (!isOfThisQuery) {
    throw new InvalidCursorError(
      'The cursor belongs to another query; filter, sortBy and sortOrder must stay the same from page to page.',
    );
  }
  return { direction, position: { type: type as string, id: id as number, key: key as string | null } };
}

function isPosition(type: unknown, id: unknown, key: unknown): boolean {
  const isId = typeof id === 'number' && Number.isInteger(id) && id > 0 && id <= MAX_ID;
  return isId && isText(type) && (key === null || isText(key));
}

/** PostgreSQL takes neither a NUL nor half of a surrogate pair. */
function isText(value: unknown): value is string {
  return typeof value === 'string' && !/\0|\p{Surrogate}/u.test(value);
}
