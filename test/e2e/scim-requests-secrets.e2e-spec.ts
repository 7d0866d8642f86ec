import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { startTestServer, type TestServer } from '../support/test-server.js';

const SECRET = 'zq7-hunter-9';

const OWNER = '/Users/owner@example.com';
const patch = (operation: unknown) => ({ Operations: [operation] });
const bulk = (data: object) => ({ Operations: [{ method: 'PATCH', path: OWNER, data }] });
const filter = (text: string) => `/Users?filter=${encodeURIComponent(text)}`;

/** Places where a secret may be in a malformed request. */
const misplaced: [what: string, method: string, path: string, body: unknown][] = [
  ['val', 'PATCH', OWNER, patch({ op: 'replace', path: 'password', val: SECRET })],
  ['Path', 'PATCH', OWNER, patch({ op: 'replace', Path: 'urn:x:User:Password', Value: { value: SECRET } })],
  ['op', 'PATCH', OWNER, patch({ op: SECRET, path: 'password', value: SECRET })],
  ['the filter of a path', 'PATCH', OWNER, patch({ op: 'add', path: `password[value eq "${SECRET}"]`, value: 'x' })],
  ['a broken filter of a path', 'PATCH', OWNER, patch({ op: 'add', path: `password[eq "${SECRET}"`, value: 'x' })],
  ['a path with more behind', 'PATCH', OWNER, patch({ op: 'remove', path: `password ${SECRET}` })],
  ['a key that is a path', 'PATCH', OWNER, patch({ op: 'add', value: { [`password[a "${SECRET}"]`]: 1 } })],
  ['JSON in a text', 'PATCH', OWNER, patch({ op: 'add', value: JSON.stringify({ password: SECRET }) })],
  ['an operation that is a list', 'PATCH', OWNER, patch(['replace', 'password', SECRET])],
  ['no list of operations', 'PATCH', OWNER, { op: 'replace', path: 'password', val: SECRET }],
  ['a list for a body', 'POST', '/Users', [{ path: 'password', is: SECRET }]],
  ['a body that is no JSON', 'POST', '/Users', `{"password": "${SECRET}"`],
  ['Bulk', 'POST', '/Bulk', bulk(patch({ op: 'add', path: 'password', val: SECRET }))],
  ['a search', 'POST', '/Users/.search', { filter: `password[value sw"${SECRET}"` }],
  ['a filter', 'GET', filter(`(password eq"${SECRET}`), undefined],
  ['a filter with a bare word', 'GET', `/Users?filter=password+eq+${SECRET}`, undefined],
  ['what to sort by', 'GET', `/Users?sortBy=${encodeURIComponent(`password[value eq "${SECRET}"]`)}`, undefined],
  ['a query without a name', 'GET', `/Users?password%20eq%20${SECRET}`, undefined],
  ['a query without its mark', 'GET', `/Users/password=${SECRET}`, undefined],
];

describe('A secret in a request that is not written as it should be', () => {
  const lines: string[] = [];
  let server: TestServer;

  beforeAll(async () => {
    server = await startTestServer({ LOG_LEVEL: 'trace' }, undefined, { write: (line) => lines.push(line) });
  });
  afterAll(() => server.close());

  it.each(misplaced)('is in no log, in %s: %s %s', async (what, method, path, body) => {
    const requestId = `misplaced-in-${what.replaceAll(' ', '-')}`;
    const { status } = await server.scim.send(method, path, { body, headers: { 'x-request-id': requestId } });
    const { results } = (await server.rest.get(`/scim/requests?search=${requestId}`)).body;
    expect(results).toMatchObject([{ status, method }]);
    expect(JSON.stringify(results)).not.toContain(SECRET);
    expect(lines.join('')).not.toContain(SECRET);
  });
});
