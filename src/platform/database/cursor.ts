import { createHash } from 'node:crypto';
import { InvalidCursorError } from '../../scim/index.js';
import type { Seek } from './sort-order.js';

/** Everything that decides which resources a list has and in which order, in a fixed sequence. */
export type QueryParts = readonly (string | number | undefined)[];

const MAX_ID = 2_147_483_647;

/**
 * A place in the results of a query as a cursor (RFC 9865 §2): characters that need no encoding in a URL, good for this
 * query only and for as long as there are resources around the place. It holds what the client has seen already, and
 * grants nothing: whoever makes one up gets no further than by asking without.
 */
export function printCursor({ direction, position }: Seek, query: QueryParts): string {
  const { key, type, id } = position;
  return encode([fingerprint(query), direction, type, id, key]);
}

/**
 * The place that a cursor names.
 *
 * @throws InvalidCursorError when it is not one that `printCursor` made for this query
 */
export function parseCursor(text: string, query: QueryParts): Seek {
  const parts = decode(text);
  const [owner, direction, type, id, key] = parts;
  if (parts.length !== 5 || (direction !== 'after' && direction !== 'before') || !isPosition(type, id, key)) {
    throw new InvalidCursorError('The cursor is none that this server gave out; ask for the first page again.');
  }
  if (owner !== fingerprint(query)) {
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

function encode(parts: readonly unknown[]): string {
  return Buffer.from(JSON.stringify(parts)).toString('base64url');
}

/** Takes only the one spelling that `encode` has: Node's own decoder passes over what it does not know. */
function decode(text: string): readonly unknown[] {
  try {
    const parts: unknown = JSON.parse(Buffer.from(text, 'base64url').toString());
    return Array.isArray(parts) && parts.every(isScalar) && encode(parts) === text ? parts : [];
  } catch (error) {
    if (error instanceof SyntaxError) return [];
    throw error;
  }
}

function isScalar(part: unknown): boolean {
  return part === null || typeof part !== 'object';
}

function fingerprint(query: QueryParts): string {
  const text = JSON.stringify(query.map((part) => part ?? null));
  return createHash('sha256').update(text).digest('base64url').slice(0, 12);
}
