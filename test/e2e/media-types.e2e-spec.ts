import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { aGroup, aUser, createGroup, createUser } from '../support/people.js';
import { sendRaw } from '../support/raw-request.js';
import { OWNER_TOKEN, startTestServer, type TestServer } from '../support/test-server.js';
import { exchange } from '../../tools/harness/wire.js';

const SCIM = 'application/scim+json';
const patchOp = (...Operations: object[]) => ({
  schemas: ['urn:ietf:params:scim:api:messages:2.0:PatchOp'],
  Operations,
});

describe('The media type of an answer', () => {
  let server: TestServer;
  let user: string;
  let group: string;

  beforeAll(async () => {
    server = await startTestServer();
    user = (await createUser(server.scim, { displayName: 'Zoë 😀' })).id;
    const members = await createUser(server.scim);
    group = (await createGroup(server.scim, 'acme-qa', [members])).id;
  });
  afterAll(() => server.close());

  const bulk = { schemas: ['urn:ietf:params:scim:api:messages:2.0:BulkRequest'] };
  const search = { schemas: ['urn:ietf:params:scim:api:messages:2.0:SearchRequest'] };
  const operation = { method: 'POST', path: '/Users', bulkId: 'a', data: aUser() };

  const answers: [method: string, path: string, status: number, body?: unknown][] = [
    ['GET', '/Users', 200],
    ['GET', '/Users/{user}', 200],
    ['GET', '/Users/{user}?attributes=userName', 200],
    ['GET', '/Groups', 200],
    ['GET', '/Groups/{group}', 200],
    ['GET', '/Me', 200],
    ['POST', '/Users', 201, aUser()],
    ['POST', '/Groups', 201, aGroup()],
    ['PUT', '/Users/{user}', 200, aUser()],
    ['PATCH', '/Users/{user}', 200, patchOp({ op: 'add', path: 'title', value: 'Ärztin' })],
    ['POST', '/.search', 200, search],
    ['POST', '/Users/.search', 200, search],
    ['POST', '/Groups/.search', 200, search],
    ['POST', '/Bulk', 200, { ...bulk, Operations: [operation] }],
    ['GET', '/ServiceProviderConfig', 200],
    ['GET', '/ResourceTypes', 200],
    ['GET', '/ResourceTypes/User', 200],
    ['GET', '/Schemas', 200],
    ['GET', '/Schemas/urn:ietf:params:scim:schemas:core:2.0:User', 200],
    ['GET', '/Users?filter=nonsense', 400],
    ['POST', '/Users', 400, '{"userName": '],
    ['POST', '/Bulk', 400, { ...bulk }],
    ['GET', '/Users/nobody', 404],
    ['GET', '/Nothing', 404],
    ['DELETE', '/Users', 405],
    ['GET', '/../v3/Users', 400],
  ];

  it.each(answers)('is SCIM and has no parameter: %s %s, %i', async (...[method, path, status, body]) => {
    const at = path.replace('{user}', user).replace('{group}', group).replace('/../v3', '/../../scim/v3');
    const answer = await server.scim.send(method, at, { body });
    expect([answer.status, answer.headers.get('content-type')]).toEqual([status, SCIM]);
  });

  it('is SCIM to a stranger, for what nobody reads, and for what is too large', async () => {
    const stranger = await server.scim.with({ authorization: '' }).get('/Users');
    expect([stranger.status, stranger.headers.get('content-type')]).toEqual([401, SCIM]);
    const unread = await server.scim.with({ 'content-type': 'text/plain' }).post('/Users', aUser());
    expect([unread.status, unread.headers.get('content-type')]).toEqual([415, SCIM]);
    const head = ['POST /scim/v2/Users HTTP/1.1', 'Host: rolecall.test', 'Content-Length: 1000000000', '\r\n'];
    for (const bytes of [head.join('\r\n'), '\x16\x03\x01'])
      expect((await exchange(server.origin, bytes)).text).toContain(`Content-Type: ${SCIM}\r\n`);
  });

  it('is that of an answer of the same length in bytes, whatever its letters', async () => {
    const { body } = await server.scim.post('/Users', aUser({ displayName: 'Zoë 😀' }));
    const headers = { authorization: `Bearer ${OWNER_TOKEN}` };
    const answer = await sendRaw(server.origin, { path: `/scim/v2/Users/${body.id}`, headers });
    expect(answer.headers.get('content-length')).toBe(String(Buffer.byteLength(JSON.stringify(answer.body))));
    expect(answer.body.displayName).toBe('Zoë 😀');
  });

  it('is none where there is nothing to say', async () => {
    const { headers } = await server.scim.get(`/Users/${user}`);
    const known = await server.scim.get(`/Users/${user}`, { 'if-none-match': String(headers.get('etag')) });
    expect([known.status, known.headers.get('content-type'), known.body]).toEqual([304, null, undefined]);
    const changed = await server.scim.patch(`/Groups/${group}`, patchOp({ op: 'add', path: 'members', value: [] }));
    expect([changed.status, changed.headers.get('content-type'), changed.body]).toEqual([204, null, undefined]);
  });

  it('is SCIM for HEAD, as for GET', async () => {
    const headers = { authorization: `Bearer ${OWNER_TOKEN}` };
    const answer = await sendRaw(server.origin, { method: 'HEAD', path: `/scim/v2/Users/${user}`, headers });
    expect([answer.status, answer.headers.get('content-type')]).toEqual([200, SCIM]);
  });

  it('is JSON over REST', async () => {
    const { rest } = server;
    const types = [await rest.get('/users/'), await rest.get('/nothing'), await rest.post('/workspaces/', {})].map(
      ({ headers }) => headers.get('content-type'),
    );
    expect(new Set(types)).toEqual(new Set(['application/json; charset=utf-8']));
  });
});
