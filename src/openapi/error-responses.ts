import { reference, type Response, type Responses, type Schema } from '../platform/http/openapi/open-api.js';

/** The two forms in which this server says no. */
export type ErrorForm = 'scim' | 'rest';

const DESCRIPTIONS: Readonly<Record<number, string>> = {
  400: 'The request is not right; the body says what is wrong with it.',
  401: 'No token, or none that is good.',
  403: 'The token may not do that.',
  404: 'There is no such thing.',
  409: 'Another one has that name already.',
  412: 'The resource has another version by now.',
  413: 'The body, or the number of its operations, is over the limit.',
  415: 'The body is of a media type, or packed in a way, that this server does not read.',
  429: 'Too many requests in this minute; `Retry-After` says in how many seconds there will be room.',
  503: 'The database does not answer; try again.',
};

const CONTENT = {
  scim: { 'application/scim+json': { schema: reference('ScimError') } },
  rest: { 'application/json': { schema: reference('RestError') } },
} as const;

const RETRY_AFTER = {
  'Retry-After': { description: 'Whole seconds after which to try again.', schema: { type: 'integer', minimum: 1 } },
} as const;

/** Answers to what goes wrong, in the form of the surface. */
export function errorResponses(form: ErrorForm, ...statuses: readonly number[]): Responses {
  return Object.fromEntries(
    statuses.map((status): [string, Response] => [
      String(status),
      {
        description: DESCRIPTIONS[status] ?? 'Refused.',
        ...(status === 429 || status === 503 ? { headers: RETRY_AFTER } : {}),
        content: CONTENT[form],
      },
    ]),
  );
}

const HTTP_REFUSAL =
  'Refused as HTTP, whatever the operation: 400 for a query, a header or a body that cannot be read, 405 for a method ' +
  'that the path does not have, 413 and 415 for a body where none is due, 431 for a URL or headers that are too long.';

/** Answer to what is wrong with a request before it comes to the operation. */
export function httpRefusal(form: ErrorForm): Responses {
  return { default: { description: HTTP_REFUSAL, content: CONTENT[form] } };
}

/** The error body of everything under `/api`. */
export const restErrorSchema: Schema = {
  type: 'object',
  required: ['id', 'status_code', 'version', 'detail'],
  properties: {
    id: { type: 'string', description: 'The request id, as in the header X-Request-Id and in the logs.' },
    status_code: { type: 'integer', example: 400 },
    version: { type: 'string', description: 'Release of the server.' },
    detail: { type: 'string', example: 'Validation error' },
    validation_errors: {
      type: 'object',
      description: 'Messages for each field that is not right.',
      additionalProperties: { type: 'array', items: { type: 'string' } },
    },
    code: {
      type: 'string',
      enum: ['confirmation_required'],
      description: 'Only there if all that is missing is a confirmation.',
    },
    affected: {
      type: 'integer',
      description:
        'Users who would lose access: sent again with `?confirm=` and this number, the request is carried out.',
    },
  },
};
