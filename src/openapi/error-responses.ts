import { reference, type Response, type Responses, type Schema } from './open-api.js';

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
  503: 'The database does not answer; try again.',
};

const CONTENT = {
  scim: { 'application/scim+json': { schema: reference('ScimError') } },
  rest: { 'application/json': { schema: reference('RestError') } },
} as const;

/** Answers to what goes wrong, in the form of the surface. */
export function errorResponses(form: ErrorForm, ...statuses: readonly number[]): Responses {
  return Object.fromEntries(
    statuses.map((status): [string, Response] => [
      String(status),
      { description: DESCRIPTIONS[status] ?? 'Refused.', content: CONTENT[form] },
    ]),
  );
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
  },
};
