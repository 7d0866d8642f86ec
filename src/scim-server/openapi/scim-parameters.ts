import type { Parameter } from '../../platform/http/openapi/open-api.js';

function query(name: string, type: 'string' | 'integer', description: string, example?: string | number): Parameter {
  return { in: 'query', name, required: false, description, schema: { type }, ...(example ? { example } : {}) };
}

function header(name: string, description: string, example?: string): Parameter {
  const schema = { type: 'string' };
  return { in: 'header', name, required: false, description, schema, ...(example ? { example } : {}) };
}

/** What to return of each resource (RFC 7644 §3.9). */
export const PROJECTION: readonly Parameter[] = [
  query('attributes', 'string', 'Attributes to return, separated by commas.'),
  query('excludedAttributes', 'string', 'Attributes to leave out, `members` for instance.'),
];

/** Which resources, in which order, which page (RFC 7644 §3.4.2, RFC 9865). */
export const LISTING: readonly Parameter[] = [
  query(
    'filter',
    'string',
    'As in `userName eq "ana@acme.test"`, `displayName sw "acme-"`, `meta.lastModified gt "…"`.',
  ),
  query('startIndex', 'integer', 'Position of the first, counted from 1.', 1),
  query('count', 'integer', 'Resources of a page, at most 1000; 0 asks for the total only.', 10),
  query('cursor', 'string', 'Empty for the first page by cursor, then `nextCursor` of the page before.'),
  query('sortBy', 'string', 'An attribute to sort by.'),
  query('sortOrder', 'string', '`ascending` or `descending`.'),
];

/** The condition that a write is for one version only (RFC 7644 §3.14), with an example of that version or without one. */
export const ifMatch = (version?: string): readonly Parameter[] => [
  header('If-Match', 'Version that the resource must still have; 412 if it has not.', version),
];
export const IF_MATCH = ifMatch();

/** The condition that a client does not have the version already (RFC 7644 §3.14). */
export const IF_NONE_MATCH: readonly Parameter[] = [
  header('If-None-Match', 'Version that the client has; 304 if it is still that.'),
];
