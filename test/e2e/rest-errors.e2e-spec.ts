import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { expectRestError } from '../support/expect-error.js';
import { sendRaw } from '../support/raw-request.js';
import { OWNER_TOKEN, startTestServer, type TestServer } from '../support/test-server.js';

const MEBIBYTE = 1_048_576;
const authorization = `Bearer ${OWNER_TOKEN}`;

/** Characters of three bytes each that no index can compress. */
const incompressible = String.fromCharCode(...Array.from({ length: 1000 }, (_, at) => 0x4e00 + ((at * 7919) % 20_000)));

describe('Errors of REST', () => {
  let server: TestServer;
  let workspaceId: number;
  let projectId: number;

  beforeAll(async () => {
    server = await startTestServer();
    workspaceId = (await server.rest.post('/workspaces/', { title: 'Lists' })).body.id;
    projectId = (await server.rest.post('/projects/', { title: 'Lists', workspace: workspaceId })).body.id;
  });
  afterAll(() => server.close());

  it.each(['/', '/nope', '/users/1/2/3', '/users/1/nope', '/scim', '/scim/v2/Users', '/a%00b'])(
    'answers 404 to the unknown path %s',
    async (path) => {
      expectRestError(await server.rest.get(path), 404);
    },
  );

  it.each(['/', '/favicon.ico', '/api%2Fusers', '/apiusers'])('answers 404 to %s outside of it', async (path) => {
    expectRestError(await sendRaw(server.origin, { path, headers: { authorization } }), 404);
  });

  it.each([
    ['DELETE', '/users/', ['GET', 'POST']],
    ['PUT', '/organizations/1', ['GET', 'PATCH']],
    ['PATCH', '/tokens', ['GET', 'POST']],
    ['POST', '/current-user/whoami', ['GET']],
  ])('answers 405 to %s %s and says what is possible', async (method, path, allow) => {
    const answer = await server.rest.send(method, path);
    expectRestError(answer, 405);
    expect((answer.headers.get('allow') ?? '').split(', ')).toEqual(expect.arrayContaining(allow));
  });

  const resources = ['/users/', '/workspaces/', '/projects/'];

  it.each(resources)('finds nothing under %s and an id that nothing has or can have', async (resource) => {
    for (const id of ['0', '999999', '2147483648', '9'.repeat(30), '-1', '1e3', '1.5', 'abc', '%20', '0x1'])
      expectRestError(await server.rest.get(`${resource}${id}/`), 404);
  });

  it.each(['/users/999999/access', '/users/99999999999/access', '/organizations/999999', '/organizations/99999999999'])(
    'finds nothing under %s',
    async (path) => {
      expectRestError(await server.rest.get(path), 404);
    },
  );

  it.each(['POST /users/', 'PATCH /organizations/0', 'POST /scim/settings'])(
    'refuses %s with what is no object',
    async (call) => {
      const [method = '', path = ''] = call.split(' ');
      for (const body of ['{"title": ', '"text"', '7', 'null', 'title=x'])
        expectRestError(await server.rest.send(method, path, { body }), 400);
    },
  );

  const invalid: [method: string, path: string, body: object, fields: string[]][] = [
    ['POST', '/users/', {}, ['email']],
    ['POST', '/users/', { email: 'nobody' }, ['email']],
    ['POST', '/users/', { email: 7, first_name: 7 }, ['email', 'first_name']],
    ['POST', '/users/', { email: 'nul@acme.test', first_name: 'a\0b' }, ['first_name']],
    ['POST', '/users/', { email: 'half@acme.test', last_name: '\ud800' }, ['last_name']],
    ['POST', '/users/', { email: 'owner@example.com' }, ['email']],
    ['POST', '/users/', { email: 'OWNER@Example.com' }, ['email']],
    ['PATCH', '/organizations/0', { title: '' }, ['title']],
    ['PATCH', '/organizations/0', { title: 'a\0b' }, ['title']],
    ['PATCH', '/organizations/0', { title: ['x'] }, ['title']],
    ['PATCH', '/organizations/0', { default_role: 'OW' }, ['default_role']],
    ['PATCH', '/organizations/0', { manual_role_management: 'yes' }, ['manual_role_management']],
    ['PATCH', '/organizations/0/set-default-role', {}, ['default_role']],
    ['POST', '/workspaces/', {}, ['title']],
    ['POST', '/workspaces/', { title: '' }, ['title']],
    ['POST', '/workspaces/', { title: 'x'.repeat(1001) }, ['title']],
    ['POST', '/workspaces/', { title: 'a\0b' }, ['title']],
    ['POST', '/workspaces/', { title: incompressible }, ['title']],
    ['POST', '/scim/settings', { roles_groups: [['Reviewer', incompressible]] }, ['roles_groups']],
    ['POST', '/scim/settings', { workspaces_groups: [['\ud800', 'acme']] }, ['workspaces_groups']],
    ['POST', '/workspaces/', { title: 'x', description: { de: 'x' } }, ['description']],
    ['POST', '/projects/', { title: 'x', workspace: 999_999 }, ['workspace']],
    ['POST', '/projects/', { title: 'x', workspace: 9_999_999_999 }, ['workspace']],
    ['POST', '/projects/', { title: 'x', workspace: 'one' }, ['workspace']],
  ];

  it.each(invalid)('refuses %s %s with %j and says which field is wrong', async (method, path, body, fields) => {
    expectRestError(await server.rest.send(method, path, { body }), 400, fields);
  });

  it.each([
    ['page=0', ['page']],
    ['page=x', ['page']],
    ['page=1.5', ['page']],
    ['page_size=0', ['page_size']],
    ['page=1&page=2', ['page']],
  ])('refuses the page %s', async (query, fields) => {
    expectRestError(await server.rest.get(`/projects/?${query}`), 400, fields);
  });

  it.each(['page=2', 'page=2147483647', 'page=99999999999999999999', 'page=1e300'])(
    'has nothing on the page %s, which is past the end',
    async (query) => {
      const answer = await server.rest.get(`/projects/?${query}`);
      expect(answer).toMatchObject({ status: 200, body: { results: [], next: null } });
    },
  );

  it.each([
    ...['/projects/', '/workspaces/{id}/memberships/paginated/', '/projects/{id}/members/paginated/'],
    ...['/activity-logs/', '/scim/requests', '/scim/groups'],
  ])('passes over names that %s does not have, whatever they mean to others', async (path) => {
    const list = path.replace('{id}', String(path.startsWith('/work') ? workspaceId : projectId));
    for (const query of ['offset=5', 'limit=5', 'offset=x&limit=y', 'toString=1&valueOf=2']) {
      expect([`${list}?${query}`, (await server.rest.get(`${list}?${query}`)).status]).toEqual([
        `${list}?${query}`,
        200,
      ]);
    }
  });

  it.each(['email=%00', 'email=a&email=b', 'email[]=a', 'email='])('finds nobody by %s', async (query) => {
    const answer = await server.rest.get(`/users/?${query}`);
    expect([200, 400]).toContain(answer.status);
  });

  it('refuses a body that is too large, whether it says so or not', async () => {
    const headers = { authorization, 'content-type': 'application/json' };
    const chunks = Array.from({ length: 20 }, () => Buffer.alloc(MEBIBYTE, ' '));
    const target = { method: 'POST', path: '/api/scim/settings', chunks };
    const announced = { ...headers, 'content-length': 20 * MEBIBYTE };
    expectRestError(await sendRaw(server.origin, { ...target, headers: announced }), 413);
    expectRestError(await sendRaw(server.origin, { ...target, headers }), 413);
  });

  it.each(['text/plain', 'application/xml'])('refuses a body of type %s', async (type) => {
    const answer = await server.rest.with({ 'content-type': type }).post('/users/', { email: 'ana@acme.test' });
    expectRestError(answer, 415);
  });

  it('leaves the prototypes of objects alone', async () => {
    const body = '{"email":"proto@acme.test","__proto__":{"first_name":"Eve"},"constructor":{"name":"x"}}';
    expect((await server.rest.post('/users/', body)).body).toMatchObject({ email: 'proto@acme.test', first_name: '' });
    expect(Reflect.get({}, 'first_name')).toBeUndefined();
  });

  it('takes deep nesting for what it is', async () => {
    const deep = `${'['.repeat(20_000)}${']'.repeat(20_000)}`;
    expectRestError(await server.rest.post('/users/', `{"email":${deep}}`), 400, ['email']);
    expectRestError(await server.rest.post('/scim/settings', `{"roles_groups":[${deep}]}`), 400, ['roles_groups']);
  });

  it.each(['/users/', '//users', '/users', '/users//'])('knows %s with and without slashes', async (path) => {
    expect((await server.rest.get(path)).status).toBe(200);
  });

  it('says nothing of the inside when the server itself fails', async () => {
    const { database } = server;
    const rows = database.rows.bind(database);
    database.rows = () => Promise.reject(new Error('relation "users" has a secret'));
    try {
      const answer = await server.rest.get('/users/');
      expectRestError(answer, 500);
      expect(JSON.stringify(answer.body)).not.toContain('secret');
    } finally {
      database.rows = rows;
    }
  });
});
