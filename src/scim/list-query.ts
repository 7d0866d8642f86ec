import { sameName } from './attribute-path.js';
import { InvalidCountError, InvalidValueError } from './errors.js';
import { readAttributeNames } from './projection.js';

/** How many resources a page has if the request does not say. */
export const DEFAULT_PAGE_SIZE = 100;

/** How many resources a page has at most, even if the request asks for more. */
export const MAX_PAGE_SIZE = 1_000;

/** The largest position: PostgreSQL's integers end here. Every position beyond it is past the end anyway. */
const MAX_START_INDEX = 2_147_483_647;

/** The parameters of a list request (RFC 7644 §3.4.2, RFC 9865 §2), from a query string or a SearchRequest. */
export interface ListQuery {
  readonly filter?: string;
  readonly sortBy?: string;
  readonly sortOrder: 'ascending' | 'descending';
  /** Counted from 1. */
  readonly startIndex: number;
  /** From 0 to {@link MAX_PAGE_SIZE}. 0 asks for the total only, and cannot be combined with a cursor. */
  readonly count: number;
  /** Present when the client pages by cursor; empty for the first page. */
  readonly cursor?: string;
  readonly attributes: readonly string[];
  readonly excludedAttributes: readonly string[];
}

/**
 * Reads list parameters. Their names are compared without case, other parameters are ignored, and empty ones count as
 * absent. Values may be text as in a URL, or numbers and lists as in a SearchRequest.
 *
 * @throws InvalidValueError when a number is not one, `sortOrder` is not an order, or a parameter comes twice that may
 *   not
 * @throws InvalidCountError when the page size of a request by cursor is not a positive integer
 */
export function parseListQuery(raw: unknown): ListQuery {
  const values = typeof raw === 'object' && raw !== null ? Object.entries(raw) : [];
  const read = (name: string): unknown => values.find(([key]) => sameName(key, name))?.[1] ?? undefined;
  const cursor = readCursor(read('cursor'));
  return {
    filter: readText('filter', read('filter')),
    sortBy: readText('sortBy', read('sortBy')),
    sortOrder: readOrder(readText('sortOrder', read('sortOrder'))),
    startIndex: clamp(readInteger('startIndex', read('startIndex')) ?? 1, 1, MAX_START_INDEX),
    count: cursor === undefined ? readCount(read('count')) : readCountBesideCursor(read('count')),
    cursor,
    attributes: readAttributeNames('attributes', read('attributes')),
    excludedAttributes: readAttributeNames('excludedAttributes', read('excludedAttributes')),
  };
}

function readText(name: string, value: unknown): string | undefined {
  if (value !== undefined && typeof value !== 'string')
    throw new InvalidValueError(`"${name}" must be a single string.`);

  return value === '' ? undefined : value;
}

function readCursor(value: unknown): string | undefined {
  return value === undefined ? undefined : (readText('cursor', value) ?? '');
}

function readCount(value: unknown): number {
  return clamp(readInteger('count', value) ?? DEFAULT_PAGE_SIZE, 0, MAX_PAGE_SIZE);
}

function readCountBesideCursor(value: unknown): number {
  const count = value === undefined || value === '' ? DEFAULT_PAGE_SIZE : toInteger(value);
  if (count === undefined || count < 1)
    throw new InvalidCountError(`"count" must be an integer from 1 to ${MAX_PAGE_SIZE} when paging by cursor.`);

  return Math.min(count, MAX_PAGE_SIZE);
}

function readOrder(value: string | undefined): ListQuery['sortOrder'] {
  const order = (value ?? 'ascending').toLowerCase();
  if (order !== 'ascending' && order !== 'descending')
    throw new InvalidValueError('"sortOrder" must be "ascending" or "descending".');

  return order;
}

function readInteger(name: string, value: unknown): number | undefined {
  if (value === undefined || value === '') return undefined;

  const number = toInteger(value);
  if (number === undefined) throw new InvalidValueError(`"${name}" must be an integer.`);

  return number;
}

function toInteger(value: unknown): number | undefined {
  const number = typeof value === 'string' && /^-?\d+$/.test(value) ? Number(value) : value;
  return typeof number === 'number' && Math.trunc(number) === number ? number : undefined;
}

function clamp(value: number, least: number, most: number): number {
  return Math.min(Math.max(value, least), most);
}
