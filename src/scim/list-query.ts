import { sameName } from './attribute-path.js';
import { InvalidValueError } from './errors.js';
import { readAttributeNames } from './projection.js';

/** How many resources a page has when the request does not say. */
export const DEFAULT_PAGE_SIZE = 100;

/** How many resources a page has at most, whatever the request says. */
export const MAX_PAGE_SIZE = 1_000;

/** Positions beyond this are all the same: past the end. PostgreSQL's integers end here. */
const MAX_START_INDEX = 2_147_483_647;

/** The parameters of a list request (RFC 7644 §3.4.2, RFC 9865 §2), from a query string or a SearchRequest. */
export interface ListQuery {
  readonly filter?: string;
  readonly sortBy?: string;
  readonly sortOrder: 'ascending' | 'descending';
  /** Counted from 1. */
  readonly startIndex: number;
  /** From 0 to {@link MAX_PAGE_SIZE}; 0 asks for the total only. */
  readonly count: number;
  /** Present when the client pages by cursor; empty for the first page. */
  readonly cursor?: string;
  readonly attributes: readonly string[];
  readonly excludedAttributes: readonly string[];
}

/**
 * Reads list parameters. Their names are compared without case, other parameters are ignored, and empty ones count as
 * absent; values may be text as in a URL, or numbers and lists as in a SearchRequest.
 *
 * @throws InvalidValueError when a number is none, `sortOrder` is no order, or a parameter comes twice that may not
 */
export function parseListQuery(raw: unknown): ListQuery {
  const values = typeof raw === 'object' && raw !== null ? Object.entries(raw) : [];
  const read = (name: string): unknown => values.find(([key]) => sameName(key, name))?.[1] ?? undefined;
  const cursor = read('cursor');
  return {
    filter: readText('filter', read('filter')),
    sortBy: readText('sortBy', read('sortBy')),
    sortOrder: readOrder(readText('sortOrder', read('sortOrder'))),
    startIndex: clamp(readInteger('startIndex', read('startIndex')) ?? 1, 1, MAX_START_INDEX),
    count: clamp(readInteger('count', read('count')) ?? DEFAULT_PAGE_SIZE, 0, MAX_PAGE_SIZE),
    cursor: cursor === undefined ? undefined : (readText('cursor', cursor) ?? ''),
    attributes: readAttributeNames('attributes', read('attributes')),
    excludedAttributes: readAttributeNames('excludedAttributes', read('excludedAttributes')),
  };
}

function readText(name: string, value: unknown): string | undefined {
  if (value !== undefined && typeof value !== 'string') {
    throw new InvalidValueError(`"${name}" must be a single string.`);
  }
  return value === '' ? undefined : value;
}

function readOrder(value: string | undefined): ListQuery['sortOrder'] {
  const order = (value ?? 'ascending').toLowerCase();
  if (order !== 'ascending' && order !== 'descending') {
    throw new InvalidValueError('"sortOrder" must be "ascending" or "descending".');
  }
  return order;
}

function readInteger(name: string, value: unknown): number | undefined {
  if (value === undefined || value === '') {
    return undefined;
  }
  const number = typeof value === 'string' && /^-?\d+$/.test(value) ? Number(value) : value;
  if (typeof number !== 'number' || Math.trunc(number) !== number) {
    throw new InvalidValueError(`"${name}" must be an integer.`);
  }
  return number;
}

function clamp(value: number, least: number, most: number): number {
  return Math.min(Math.max(value, least), most);
}
