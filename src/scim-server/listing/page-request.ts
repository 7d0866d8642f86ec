import type { QueryParts } from '../../platform/http/bound-cursor.js';
import { type Filter, type ListQuery, parseFilter, type SortOrder } from '../../scim/index.js';
import { type Cursor, parseCursor } from './cursor.js';

/** Which part of a list to read: the filter, the order, and where the page begins. */
export interface PageRequest {
  readonly filter?: Filter;
  readonly sortBy?: string;
  /** Undefined for the order of creation, type by type. */
  readonly sorted?: SortOrder;
  /** How many resources the page has; 0 asks for the total only. */
  readonly count: number;
  /** How many rows to skip. */
  readonly offset: number;
  /** Whether the client pages by cursor. */
  readonly byCursor: boolean;
  /** Undefined for the first page, and for pages by index. */
  readonly from?: Cursor;
}

/**
 * @param parts what a cursor is bound to
 * @throws InvalidCursorError, InvalidFilterError
 */
export function pageRequestOf(query: ListQuery, parts: QueryParts): PageRequest {
  const { cursor, sortBy, count } = query;
  const from = cursor ? parseCursor(cursor, parts) : undefined;
  return {
    filter: query.filter === undefined ? undefined : parseFilter(query.filter),
    sortBy,
    sorted: sortBy === undefined ? undefined : query.sortOrder,
    count,
    offset: cursor === undefined ? query.startIndex - 1 : 0,
    byCursor: cursor !== undefined,
    from,
  };
}
