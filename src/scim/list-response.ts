import type { ScimResource } from './schema/schema.js';
import { Urn } from './urns.js';

/** A page of resources on the wire (RFC 7644 §3.4.2). `Resources` is present even when it is empty: Okta insists. */
export interface ListResponse<T = ScimResource> {
  schemas: [typeof Urn.listResponse];
  totalResults: number;
  /** Absent from answers to requests by cursor. */
  startIndex?: number;
  itemsPerPage: number;
  nextCursor?: string;
  previousCursor?: string;
  Resources: T[];
}

/** What the caller must say about a page. */
export interface Page {
  /** How many resources fulfil the filter, on all pages together. */
  readonly totalResults: number;
  readonly startIndex?: number;
  readonly nextCursor?: string;
  readonly previousCursor?: string;
}

/** Puts a page of resources into a message; `itemsPerPage` is the number actually returned. */
export function listResponse<T>(resources: readonly T[], page: Page): ListResponse<T> {
  const { totalResults, startIndex, nextCursor, previousCursor } = page;
  return {
    schemas: [Urn.listResponse],
    totalResults,
    ...(startIndex === undefined ? {} : { startIndex }),
    itemsPerPage: resources.length,
    ...(nextCursor === undefined ? {} : { nextCursor }),
    ...(previousCursor === undefined ? {} : { previousCursor }),
    Resources: [...resources],
  };
}
