import { createHash } from 'node:crypto';

/** Everything that decides the contents and the order of a list, in a fixed sequence. */
export type QueryParts = readonly (string | number | undefined)[];

/** The contents of a cursor. */
export interface BoundCursor {
  /** As it was printed; its printer knows what it must hold. */
  readonly place: readonly unknown[];
  /** False if the cursor was printed for another query. */
  readonly isOfThisQuery: boolean;
}

/**
 * Prints a place in the results of a query, in characters that need no encoding in a URL. It holds only what the client
 * has already seen and grants nothing: a made-up cursor shows no more than a request without one.
 */
export function printBoundCursor(place: readonly (string | number | null)[], query: QueryParts): string {
  return encode([fingerprint(query), ...place]);
}

/** Reads a cursor; undefined for a text that `printBoundCursor` cannot have made. */
export function readBoundCursor(text: string, query: QueryParts): BoundCursor | undefined {
  const [owner, ...place] = decode(text);
  return owner === undefined ? undefined : { place, isOfThisQuery: owner === fingerprint(query) };
}

function encode(parts: readonly unknown[]): string {
  return Buffer.from(JSON.stringify(parts)).toString('base64url');
}

/** Decodes only the exact spelling of `encode`; Node's own decoder ignores characters that it does not know. */
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
