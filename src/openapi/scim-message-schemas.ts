import { Urn } from '../scim/index.js';
import { reference, type Schema, type Schemas } from '../platform/http/openapi/open-api.js';

const text: Schema = { type: 'string' };
const texts: Schema = { type: 'array', items: text };

/** Names of attributes: a list, or a text with commas as in a query. */
const names: Schema = { oneOf: [texts, text] };

/** Clients leave it out, or send null, and are understood. */
const SCHEMAS_NEEDED =
  'Demanded by RFC 7644 §3. A request that leaves it out, or has null or nothing in it, is understood all the same.';

function message(urn: string, required: readonly string[], properties: Record<string, Schema>): Schema {
  return {
    type: 'object',
    description: `\`${urn}\``,
    required: ['schemas', ...required],
    properties: {
      schemas: { type: 'array', items: { type: 'string', enum: [urn] }, description: SCHEMAS_NEEDED },
      ...properties,
    },
  };
}

const patchOperation: Schema = {
  type: 'object',
  required: ['op'],
  properties: {
    op: {
      type: 'string',
      pattern: '^([Aa][Dd][Dd]|[Rr][Ee][Pp][Ll][Aa][Cc][Ee]|[Rr][Ee][Mm][Oo][Vv][Ee])$',
      description: '`add`, `replace` or `remove`, in any case.',
    },
    path: { type: 'string', description: 'An attribute, `emails[type eq "work"].value` for one value of several.' },
    value: { description: 'Whatever the attribute takes.' },
  },
};

const bulkOperation: Schema = {
  type: 'object',
  required: ['method', 'path'],
  properties: {
    method: { type: 'string', enum: ['POST', 'PUT', 'PATCH', 'DELETE'] },
    path: text,
    bulkId: { type: 'string', description: 'Name of a new resource, for others to refer to as `bulkId:name`.' },
    version: text,
    data: { type: 'object' },
  },
};

const bulkResult: Schema = {
  type: 'object',
  required: ['method', 'status'],
  properties: {
    method: text,
    bulkId: text,
    location: text,
    version: text,
    status: text,
    response: reference('ScimError'),
  },
};

/** The messages of RFC 7644 §3 that go in and out, besides resources. */
export const scimMessageSchemas: Schemas = {
  ListResponse: message(Urn.listResponse, ['totalResults', 'Resources'], {
    totalResults: { type: 'integer', description: 'On all pages.' },
    startIndex: { type: 'integer', description: 'Absent when paging by cursor.' },
    itemsPerPage: { type: 'integer' },
    nextCursor: { type: 'string', description: 'For the next page; absent on the last (RFC 9865).' },
    previousCursor: text,
    Resources: { type: 'array', items: { type: 'object' } },
  }),
  PatchOp: message(Urn.patchOp, ['Operations'], { Operations: { type: 'array', items: patchOperation, minItems: 1 } }),
  SearchRequest: message(Urn.searchRequest, [], {
    filter: text,
    sortBy: text,
    sortOrder: { type: 'string', enum: ['ascending', 'descending'] },
    startIndex: { type: 'integer' },
    count: { type: 'integer' },
    cursor: text,
    attributes: names,
    excludedAttributes: names,
  }),
  BulkRequest: message(Urn.bulkRequest, ['Operations'], {
    failOnErrors: { type: 'integer', description: 'Failures after which nothing more is done; 0 sets no limit.' },
    Operations: { type: 'array', items: bulkOperation, minItems: 1 },
  }),
  BulkResponse: message(Urn.bulkResponse, ['Operations'], { Operations: { type: 'array', items: bulkResult } }),
  ScimError: message(Urn.error, ['status', 'detail'], {
    status: { type: 'string', description: 'The HTTP status, as text (RFC 7644 §3.12).' },
    scimType: {
      type: 'string',
      description:
        'invalidFilter, tooMany, uniqueness, mutability, invalidSyntax, invalidPath, noTarget, invalidValue …',
    },
    detail: text,
  }),
  ScimDocument: { type: 'object', required: ['schemas'], properties: { schemas: texts } },
};
