import type { Cursor, Place } from './cursor.js';
import type { PageRequest } from './page-request.js';

/** A place on a page, and what was read of the row that stands there; nothing, if nothing was to be read. */
type ReadPlace = Place & { readonly row: object };

/** What a page consists of, in order. */
export interface Page {
  /** How many rows there are on all pages. */
  readonly total: number;
  readonly places: readonly ReadPlace[];
  /** Where the next page begins; none after the last one, and none for pages by index. */
  readonly next?: Cursor;
  /** Where the page before begins, as seen from this one; none before the first. */
  readonly previous?: Cursor;
}

/** How many rows to read: by cursor one more than asked for, which tells whether another page follows. */
export function limitOf({ count, byCursor }: PageRequest): number {
  return byCursor ? count + 1 : count;
}

/**
 * The page in what was read: without the row too many, turned around if it was read backwards, and with the cursors of
 * the pages around it (RFC 9865 §2). On the side that the client came from there is a page without looking.
 */
export function pageOf(total: number, read: readonly ReadPlace[], request: PageRequest): Page {
  const { count, byCursor, from } = request;
  const isBackwards = from?.direction === 'before';
  const shown = read.slice(0, count);
  const places = isBackwards ? shown.reverse() : shown;
  const first = places.at(0);
  const last = places.at(-1);
  if (!byCursor || !first || !last) return { total, places };
  const hasMore = read.length > count;
  const hasNext = hasMore || isBackwards;
  const hasPrevious = isBackwards ? hasMore : from !== undefined;
  return {
    total,
    places,
    next: hasNext ? { direction: 'after', place: last } : undefined,
    previous: hasPrevious ? { direction: 'before', place: first } : undefined,
  };
}
