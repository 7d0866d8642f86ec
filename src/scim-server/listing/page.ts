import type { Cursor, Place } from './cursor.js';
import type { PageRequest } from './page-request.js';

/** A place on a page, and the row that was read there; an empty object if no columns were read. */
type ReadPlace = Place & { readonly row: object };

/** The contents of a page, in order. */
export interface Page {
  /** How many rows there are on all pages. */
  readonly total: number;
  readonly places: readonly ReadPlace[];
  /** Where the next page begins; absent after the last page, and for pages by index. */
  readonly next?: Cursor;
  /** Where the previous page begins, read backwards from this one; absent before the first page. */
  readonly previous?: Cursor;
}

/** How many rows to read: by cursor one more than asked for, which shows whether another page follows. */
export function limitOf({ count, byCursor }: PageRequest): number {
  return byCursor ? count + 1 : count;
}

/**
 * Makes the page from the rows that were read: drops the extra row, reverses what was read backwards, and adds the
 * cursors of the pages around it (RFC 9865 §2). On the side that the client came from there is always a page.
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
