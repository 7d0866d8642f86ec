import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { expectRestError, expectScimError } from '../support/expect-error.js';
import { aUser, createGroup, createUser, unique } from '../support/people.js';
import { sendRaw } from '../support/raw-request.js';
import { OWNER_TOKEN, startTestServer, type TestServer } from '../support/test-server.js';

const authorization = `Bearer ${OWNER_TOKEN}`;

describe('The body of a request', () => {
  let server: TestServer;

  beforeAll(async () => {
    server = await startTestServer();
  });
  afterAll(() => server.close());

  const utf8 = ['utf-8', 'UTF-8', 'utf8', 'UTF8', '"utf-8"', '"UTF8"', "'utf-8'", ''];
  const readable = ['application/json', 'application/scim+json', 'Application/JSON', 'application/json;Charset="utf8"'];

  it.each([...readable, ...utf8.map((name) => `application/scim+json; charset=${name}; x=y`)])(
    'is read with the type %s',
    async (type) => {
      const user = aUser({ displayName: 'Zoë 😀' });
      const answer = await server.scim.with({ 'content-type': type }).post('/Users', user);
      expect({ status: answer.status, name: answer.body.displayName }).toEqual({ status: 201, name: 'Zoë 😀' });
      const workspace = { title: unique('Zoë') };
      const rest = await server.rest.with({ 'content-type': type }).post('/workspaces/', workspace);
      expect({ status: rest.status, title: rest.body.title }).toEqual({ status: 201, title: workspace.title });
    },
  );

  it('is read as a form that says utf8', async () => {
    const type = 'application/x-www-form-urlencoded; charset=utf8';
    const { status, body } = await server.rest.with({ 'content-type': type }).post('/workspaces/', 'title=Zo%C3%AB');
    expect({ status, title: body.title }).toEqual({ status: 201, title: 'Zoë' });
  });

  it.each(['utf-16', 'UTF-16LE', 'utf-7', 'iso-8859-1', 'windows-1252', 'utf-88', 'nonsense', 'utf-8859-1'])(
    'is refused in %s, which is named',
    async (charset) => {
      const before = (await server.scim.get('/Users?count=0')).body.totalResults;
      for (const type of ['application/scim+json', 'application/json', 'application/x-www-form-urlencoded']) {
        const headers = { 'content-type': `${type}; charset="${charset}"` };
        const scim = await server.scim.with(headers).post('/Users', aUser());
        expectScimError(scim, 415);
        const rest = await server.rest.with(headers).post('/workspaces/', { title: 'x' });
        expectRestError(rest, 415);
        expect([scim.body.detail, rest.body.detail]).toEqual(Array(2).fill(expect.stringContaining(charset)));
      }
      expect((await server.scim.get('/Users?count=0')).body.totalResults).toBe(before);
    },
  );

  it('is refused in a coding that nobody knows, which is named', async () => {
    const answer = await server.scim.with({ 'content-encoding': 'compress' }).post('/Users', aUser());
    expectScimError(answer, 415);
    expect(answer.body.detail).toContain('compress');
  });

  const bodiesOfDeletions: [type: string, body: string][] = [
    ['application/scim+json', 'null'],
    ['application/scim+json', '{}'],
    ['application/scim+json', ''],
    ['application/json', '[]'],
    ['application/json', '""'],
    ['application/json', '{"schemas":'],
    ['text/plain', 'null'],
    ['application/x-www-form-urlencoded', 'null'],
    ['', 'null'],
  ];

  it.each(bodiesOfDeletions)('means nothing in a deletion, be it of type "%s": %s', async (type, body) => {
    const user = await createUser(server.scim);
    const group = await createGroup(server.scim);
    for (const path of [`/Groups/${group.id}`, `/Users/${user.id}`]) {
      const length = { 'content-length': Buffer.byteLength(body) };
      const headers = { authorization, ...length, ...(type ? { 'content-type': type } : {}) };
      const request = { method: 'DELETE', path: `/scim/v2${path}`, headers };
      for (const expected of [204, 404])
        expect((await sendRaw(server.origin, { ...request, chunks: [body] })).status).toBe(expected);
    }
  });

  it('means nothing in a GET', async () => {
    for (const path of ['/scim/v2/Users?count=0', '/api/users/']) {
      for (const body of ['null', '{}', 'x']) {
        const headers = { authorization, 'content-type': 'application/json', 'content-length': body.length };
        expect((await sendRaw(server.origin, { path, headers, chunks: [body] })).status).toBe(200);
      }
    }
  });

  it.each(['null', '{}', ''])('may be nothing in a deletion over REST: %j', async (body) => {
    const { id } = (await server.rest.post('/workspaces/', { title: unique('Gone') })).body;
    const headers = { authorization, 'content-type': 'application/json', 'content-length': body.length };
    const request = { method: 'DELETE', path: `/api/workspaces/${id}/`, headers, chunks: [body] };
    expect((await sendRaw(server.origin, request)).status).toBe(204);
  });

  it.each(['7', '"all"', 'true', '{"'])(
    'is refused in a deletion over REST where it is no object: %s',
    async (body) => {
      const { id } = (await server.rest.post('/workspaces/', { title: unique('Kept') })).body;
      const headers = { authorization, 'content-type': 'application/json', 'content-length': body.length };
      const path = `/api/workspaces/${id}/`;
      expectRestError(await sendRaw(server.origin, { method: 'DELETE', path, headers, chunks: [body] }), 400);
      expect((await server.rest.get(`/workspaces/${id}/`)).status).toBe(200);
    },
  );
});
