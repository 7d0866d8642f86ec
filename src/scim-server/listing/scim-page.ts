import type { ListQuery } from '../../scim/index.js';
import type { Place, Window } from './page.repository.js';
import type { Position, Seek } from './sort-order.js';

/** What a page consists of, in order, and whether there is more in the direction of reading. */
export interface ReadPage {
  readonly places: readonly Place[];
  readonly hasMore: boolean;
}

/** The window to read for a page: by cursor one row more than asked for, which tells whether another page follows. */
export function windowOf(query: ListQuery, seek: Seek | undefined): Window {
  const sorted = query.sortBy === undefined ? undefined : query.sortOrder;
  return query.cursor === undefined
    ? { sorted, limit: query.count, offset: query.startIndex - 1 }
    : { sorted, limit: query.count + 1, seek };
}

/** The page in what was read: without the row too many, and turned around if it was read backwards. */
export function pageOf(read: readonly Place[], { count }: ListQuery, seek: Seek | undefined): ReadPage {
  const places = read.slice(0, count);
  return {
    places: seek?.direction === 'before' ? places.reverse() : places,
    hasMore: read.length > count,
  };
}

/**
 * The places at which the pages around one begin (RFC 9865 §2): no `next` after the last page, no `previous` before the
 * first. On the side that the client came from there is a page without looking.
 */
export function cursorsAround(
  { places, hasMore }: ReadPage,
  seek: Seek | undefined,
): { readonly next?: Seek; readonly previous?: Seek } {
  const first = places.at(0);
  const last = places.at(-1);
  if (!first || !last) return {};
  const cameFromTheEnd = seek?.direction === 'before';
  return {
    next: hasMore || cameFromTheEnd ? { direction: 'after', position: last } : undefined,
    previous: cameFromTheEnd ? before(first, hasMore) : before(first, seek !== undefined),
  };
}

function before(position: Position, isThereMore: boolean): Seek | undefined {
  return isThereMore ? { direction: 'before', position } : undefined;
}
