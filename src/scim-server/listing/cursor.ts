import { printBoundCursor, type QueryParts, readBoundCursor } from '../../platform/http/bound-cursor.js';
import { InvalidCursorError } from '../../scim/index.js';

/** The position of a row in an order: sort key first, then type, then internal id. */
export interface Place {
  /** Text that is compared by code point; null if there is no value, or no sorting. */
  readonly key: string | null;
  /** Name of the resource type. */
  readonly type: string;
  readonly id: number;
}

/** The place next to which a page begins, and the direction in which to read from there (RFC 9865 §2). */
export interface Cursor {
  readonly direction: 'after' | 'before';
  readonly place: Place;
}

const MAX_ID = 2_147_483_647;

/** Prints a cursor as text. It is valid for this query only, as long as there are resources around the place. */
export function printCursor({ direction, place: { type, id, key } }: Cursor, query: QueryParts): string {
  return printBoundCursor([direction, type, id, key], query);
}

/**
 * Reads a cursor.
 *
 * @throws InvalidCursorError when `printCursor` did not make it for this query
 */
export function parseCursor(text: string, query: QueryParts): Cursor {
  const { place = [], isOfThisQuery } = readBoundCursor(text, query) ?? {};
  const [direction, type, id, key] = place;
  if (place.length !== 4 || (direction !== 'after' && direction !== 'before') || !isPlace(type, id, key))
    throw new InvalidCursorError('The cursor is none that this server gave out; ask for the first page again.');

  if (!isOfThisQuery) {
    throw new InvalidCursorError(
      'The cursor belongs to another query; filter, sortBy and sortOrder must stay the same from page to page.',
    );
  }
  return { direction, place: { type: type as string, id: id as number, key: key as string | null } };
}

function isPlace(type: unknown, id: unknown, key: unknown): boolean {
  const isId = typeof id === 'number' && Number.isInteger(id) && id > 0 && id <= MAX_ID;
  return isId && isText(type) && (key === null || isText(key));
}

/** Whether PostgreSQL accepts the text: without a NUL and without half of a surrogate pair. */
function isText(value: unknown): value is string {
  return typeof value === 'string' && !/\0|\p{Surrogate}/u.test(value);
}
