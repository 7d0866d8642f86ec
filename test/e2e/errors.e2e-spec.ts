import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { expectScimError } from '../support/expect-error.js';
import { aUser, createGroup, createUser, memberIds, unique } from '../support/people.js';
import { sendRaw } from '../support/raw-request.js';
import { OWNER_TOKEN, startTestServer, type TestServer } from '../support/test-server.js';

const MEBIBYTE = 1_048_576;
const authorization = `Bearer ${OWNER_TOKEN}`;

function* blanks(mebibytes: number): Generator<Buffer> {
  for (let sent = 0; sent < mebibytes; sent++) yield Buffer.alloc(MEBIBYTE, ' ');
}

describe('Errors of SCIM', () => {
  let server: TestServer;
  let userId: string;
  let groupId: string;

  beforeAll(async () => {
    server = await startTestServer();
    userId = (await createUser(server.scim)).id;
    groupId = (await createGroup(server.scim)).id;
  });
  afterAll(() => server.close());

  const at = (path: string) => path.replace('{user}', userId).replace('{group}', groupId);

  const unknown = [
    '',
    '/Nope',
    '/Users/x/y/z',
    '/Bulk/1',
    '/ServiceProviderConfig/1',
    '/v2/Users',
    '/%20',
    '/Users%2F1',
  ];

  it.each(unknown)('answers 404 to the unknown path "%s"', async (path) => {
    expectScimError(await server.scim.get(path), 404);
  });

  it.each(['/scim', '/scim/', '/scim//', '/SCIM/V2/Nope', '//scim/v2/Nope', '/scim/v2/..%2f..%2fapi'])(
    'answers 404 in its own form to %s',
    async (path) => {
      expectScimError(await sendRaw(server.origin, { path, headers: { authorization } }), 404);
    },
  );

  it.each(['/scim/v3/Users', '/scim/v1', '/scim/V10/Groups/x'])('refuses the version in %s', async (path) => {
    expectScimError(await sendRaw(server.origin, { path, headers: { authorization } }), 400, 'invalidVers');
  });

  it.each(['/Users/%', '/Users/%C3%28', '/Groups/%ff'])(
    'refuses %s, which is not percent-encoded correctly',
    async (path) => {
      const answer = await sendRaw(server.origin, { path: `/scim/v2${path}`, headers: { authorization } });
      expectScimError(answer, 400, 'invalidSyntax');
    },
  );

  const wrongMethods: [method: string, path: string, allow: string[]][] = [
    ['DELETE', '/Users', ['GET', 'POST']],
    ['PUT', '/Users', ['GET', 'POST']],
    ['PATCH', '/Groups', ['GET', 'POST']],
    ['POST', '/Users/{user}', ['DELETE', 'GET', 'PATCH', 'PUT']],
    ['POST', '/Groups/{group}', ['DELETE', 'GET', 'PATCH', 'PUT']],
    ['POST', '/ServiceProviderConfig', ['GET']],
    ['DELETE', '/Schemas', ['GET']],
    ['PUT', '/ResourceTypes/User', ['GET']],
  ];

  it.each(wrongMethods)('answers 405 to %s %s and says what is possible', async (method, path, allow) => {
    const answer = await server.scim.send(method, at(path));
    expectScimError(answer, 405);
    expect((answer.headers.get('allow') ?? '').split(', ')).toEqual(expect.arrayContaining(allow));
    expect(answer.headers.get('allow')).not.toContain(method);
  });

  it('refuses a body that is too large, whether it says so or not', async () => {
    const headers = { authorization, 'content-type': 'application/scim+json' };
    const target = { method: 'POST', path: '/scim/v2/Users' };
    const announced = { ...headers, 'content-length': 20 * MEBIBYTE };
    expectScimError(await sendRaw(server.origin, { ...target, headers: announced, chunks: blanks(20) }), 413);
    expectScimError(await sendRaw(server.origin, { ...target, headers, chunks: blanks(20) }), 413);
  });

  it.each(['text/plain', 'application/xml', 'application/x-www-form-urlencoded', 'application/jsonp', ''])(
    'refuses a body of type "%s"',
    async (type) => {
      const headers = { authorization, ...(type ? { 'content-type': type } : {}) };
      const chunks = [JSON.stringify(aUser())];
      expectScimError(await sendRaw(server.origin, { method: 'POST', path: '/scim/v2/Users', headers, chunks }), 415);
    },
  );

  it('gives back the request id of the caller, if it is a sane one', async () => {
    const given = await server.scim.get('/Users/nobody', { 'x-request-id': 'okta-job-4711' });
    expect(given.headers.get('x-request-id')).toBe('okta-job-4711');
    const strange = await server.scim.get('/Users/nobody', { 'x-request-id': '<script>alert(1)</script>' });
    expect(strange.headers.get('x-request-id')).toMatch(/^[0-9a-f-]{36}$/);
  });

  it('changes nothing by half: a member that does not exist keeps a whole request from happening', async () => {
    const user = await createUser(server.scim);
    const group = await createGroup(server.scim, unique('half'), [user]);
    const missing = '01987a5e-0000-7000-8000-000000000000';
    const answer = await server.scim.patch(`/Groups/${group.id}`, {
      Operations: [
        { op: 'replace', value: { displayName: unique('other') } },
        { op: 'remove', path: `members[value eq "${user.id}"]` },
        { op: 'add', path: 'members', value: [{ value: missing }, { value: userId }] },
      ],
    });
    expectScimError(answer, 400, 'invalidValue');
    expect(answer.body.detail).toContain(missing);
    expect(answer.body.detail).not.toContain(userId);
    expect((await server.scim.get(`/Groups/${group.id}`)).body).toEqual(group);
    expect(await memberIds(server.scim, group.id)).toEqual([user.id]);
  });

  it('says nothing of the inside when the server itself fails', async () => {
    const { database } = server;
    const rows = database.rows.bind(database);
    database.rows = () => Promise.reject(new Error('relation "users" has a secret'));
    try {
      expectScimError(await server.scim.with({ authorization: '' }).get('/Users/x'), 401);
      const answer = await server.scim.get('/Users');
      expectScimError(answer, 500);
      expect(JSON.stringify(answer.body)).not.toContain('secret');
    } finally {
      database.rows = rows;
    }
  });
});
