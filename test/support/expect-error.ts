import { expect } from '@jest/globals';
import type { Answer } from './http-client.js';

/** Words of the server's inside: SQL, stack traces, files, libraries. */
const INSIDE = /node_modules|\.ts\b|\.js\b|\bat \S+:\d+|select |insert |update .* set |relation "|mikro|kysely|pglite/i;

function expectNothingOfTheInside(answer: Answer): void {
  expect(JSON.stringify(answer.body)).not.toMatch(INSIDE);
  expect(answer.headers.get('x-powered-by')).toBeNull();
}

/** Expects an error in the form that every SCIM client reads (RFC 7644 §3.12), with its request id. */
export function expectScimError(answer: Answer, status: number, scimType?: string): void {
  expect({ status: answer.status, body: answer.body }).toEqual({
    status,
    body: {
      schemas: ['urn:ietf:params:scim:api:messages:2.0:Error'],
      status: String(status),
      ...(scimType === undefined ? {} : { scimType }),
      detail: expect.stringMatching(/\S/),
    },
  });
  expect(answer.headers.get('content-type')).toBe('application/scim+json');
  expect(answer.headers.get('x-request-id')).toMatch(/^[\w.:-]{8,100}$/);
  expectNothingOfTheInside(answer);
}

/** Expects an error in LSE's form; `fields` are those that must have a message, when the input is wrong. */
export function expectRestError(answer: Answer, status: number, fields?: readonly string[]): void {
  expect({ status: answer.status, body: answer.body }).toMatchObject({
    status,
    body: { status_code: status, version: expect.stringMatching(/^\d+\.\d+/), detail: expect.stringMatching(/\S/) },
  });
  expect(answer.headers.get('content-type')).toMatch(/^application\/json(;|$)/);
  expect(answer.body.id).toBe(answer.headers.get('x-request-id'));
  expect(Object.keys(answer.body.validation_errors ?? {}).sort()).toEqual([...(fields ?? [])].sort());
  for (const messages of Object.values(answer.body.validation_errors ?? {}))
    expect(messages).toEqual(expect.arrayContaining([expect.stringMatching(/\S/)]));

  expectNothingOfTheInside(answer);
}
