import { createHash } from 'node:crypto';

/** Everything that decides what a list holds and in which order, in a fixed sequence. */
export type QueryParts = readonly (string | number | undefined)[];

/** What a cursor names. */
export interface BoundCursor {
  /** As it was printed; whoever printed it knows what it must hold. */
  readonly place: readonly unknown[];
  /** False for a cursor that was printed for another query. */
  readonly isOfThisQuery: boolean;
}

/**
 * A place in the results of a query as characters that need no encoding in a URL. It holds what the client has seen
 * already, and grants nothing: whoever makes one up gets no further than by asking without.
 */
export function printBoundCursor(place: readonly (string | number | null)[], query: QueryParts): string {
  return encode([fingerprint(query), ...place]);
}

/** What a cursor names; undefined for a text that `printBoundCursor` cannot have made. */
export function readBoundCursor(text: string, query: QueryParts): BoundCursor | undefined {
  const [owner, ...place] = decode(text);
  return owner === undefined ? undefined : { place, isOfThisQuery: owner === fingerprint(query) };
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
