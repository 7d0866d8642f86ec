import type { QueryParts } from '../../platform/http/bound-cursor.js';
import { type Filter, type ListQuery, parseFilter, type SortOrder } from '../../scim/index.js';
import { type Cursor, parseCursor } from './cursor.js';

/** Which part of a list is wanted: what the resources on it fulfil, in which order they come, and where it begins. */
export interface PageRequest {
  readonly filter?: Filter;
  readonly sortBy?: string;
  /** Undefined for the order of creation, type by type. */
  readonly sorted?: SortOrder;
  /** Resources of a page; with none, only the total is wanted. */
  readonly count: number;
  /** How many rows to pass over. */
  readonly offset: number;
  /** Whether pages follow each other by cursors. */
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
