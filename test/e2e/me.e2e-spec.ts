import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { expectScimError } from '../support/expect-error.js';
import { startTestServer, type TestServer } from '../support/test-server.js';

const PATCH_OP = 'urn:ietf:params:scim:api:messages:2.0:PatchOp';

function setting(path: string, value: unknown): object {
  return { schemas: [PATCH_OP], Operations: [{ op: 'replace', path, value }] };
}

describe('/Me', () => {
  let server: TestServer;
  let location: string;

  beforeAll(async () => {
    server = await startTestServer();
    const { body } = await server.scim.get('/Users?filter=userName eq "owner@example.com"');
    location = body.Resources[0].meta.location;
  });
  afterAll(() => server.close());

  const user = (): string => location.replace(/.*(?=\/Users\/)/, '');

  it('is the user of the token, at their own location', async () => {
    const me = await server.scim.get('/Me');
    expect(me.status).toBe(200);
    expect(me.headers.get('location')).toBe(location);
    expect(me.body).toEqual((await server.scim.get(user())).body);
    expect(me.headers.get('etag')).toBe(me.body.meta.version);
  });

  it('returns the attributes that are asked for', async () => {
    const { body } = await server.scim.get('/Me?attributes=userName');
    expect(Object.keys(body).sort()).toEqual(['id', 'schemas', 'userName']);
  });

  it('knows the versions that the client has', async () => {
    const { body } = await server.scim.get('/Me');
    expect((await server.scim.get('/Me', { 'if-none-match': body.meta.version })).status).toBe(304);
  });

  it('is changed by PATCH', async () => {
    const answer = await server.scim.patch('/Me', setting('title', 'Captain'));
    expect(answer).toMatchObject({ status: 200, body: { title: 'Captain' } });
    expect(answer.headers.get('location')).toBe(location);
    expect((await server.scim.get(user())).body.title).toBe('Captain');
  });

  it('is replaced by PUT', async () => {
    const { body } = await server.scim.get('/Me');
    const answer = await server.scim.put('/Me', { ...body, title: 'Admiral', nickName: 'Boss' });
    expect(answer).toMatchObject({ status: 200, body: { title: 'Admiral', nickName: 'Boss', id: body.id } });
  });

  it('holds writes against the version that the client saw', async () => {
    const { body } = await server.scim.get('/Me');
    await server.scim.patch('/Me', setting('title', 'Skipper'));
    const stale = { 'if-match': body.meta.version };
    expectScimError(await server.scim.patch('/Me', setting('title', 'Cook'), stale), 412);
    expectScimError(await server.scim.put('/Me', { ...body, title: 'Cook' }, stale), 412);
    expect((await server.scim.get('/Me')).body.title).toBe('Skipper');
  });

  it('can be neither deleted nor deactivated: only the Owner has a token for SCIM', async () => {
    const before = (await server.scim.get('/Me')).body;
    expectScimError(await server.scim.delete('/Me'), 403);
    expectScimError(await server.scim.patch('/Me', setting('active', false)), 403);
    expectScimError(await server.scim.put('/Me', { ...before, active: false }), 403);
    expect((await server.scim.get('/Me')).body).toEqual(before);
  });

  it('is there already, and so cannot be created', async () => {
    const answer = await server.scim.post('/Me', { userName: 'me@acme.test' });
    expectScimError(answer, 405);
    expect(answer.headers.get('allow')).toBe('DELETE, GET, PATCH, PUT');
  });

  it.each(['GET', 'PUT', 'PATCH', 'DELETE'])('needs a token for %s', async (method) => {
    expectScimError(await server.scim.with({ authorization: '' }).send(method, '/Me'), 401);
  });

  it('refuses what /Users refuses', async () => {
    expectScimError(await server.scim.put('/Me', {}), 400, 'invalidValue');
    expectScimError(await server.scim.patch('/Me', { Operations: [] }), 400, 'invalidSyntax');
    expectScimError(await server.scim.get('/Me?attributes=id&excludedAttributes=meta'), 400, 'invalidValue');
    expectScimError(await server.scim.get('/Me/groups'), 404);
  });
});
