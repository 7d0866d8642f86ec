import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { expectScimError } from '../support/expect-error.js';
import type { Answer } from '../support/http-client.js';
import { aGroup, aUser, createGroup, createUser, memberIds, unique } from '../support/people.js';
import { startTestServer, type TestServer } from '../support/test-server.js';

const BULK_REQUEST = 'urn:ietf:params:scim:api:messages:2.0:BulkRequest';
const BULK_RESPONSE = 'urn:ietf:params:scim:api:messages:2.0:BulkResponse';
const PATCH_OP = 'urn:ietf:params:scim:api:messages:2.0:PatchOp';
const ENTERPRISE = 'urn:ietf:params:scim:schemas:extension:enterprise:2.0:User';

function creating(bulkId: string, data: object, path = '/Users'): object {
  return { method: 'POST', path, bulkId, data };
}

function patching(path: string, ...Operations: object[]): object {
  return { method: 'PATCH', path, data: { schemas: [PATCH_OP], Operations } };
}

describe('Bulk', () => {
  let server: TestServer;

  beforeAll(async () => {
    server = await startTestServer({ BODY_LIMIT_MB: 1 });
  });
  afterAll(() => server.close());

  const bulk = (operations: readonly unknown[], more: object = {}): Promise<Answer> =>
    server.scim.post('/Bulk', { schemas: [BULK_REQUEST], Operations: operations, ...more });

  const statuses = ({ body }: Answer): string[] => body.Operations.map(({ status }: { status: string }) => status);

  const at = async (location: string) => (await server.scim.get(location.replace(/.*\/scim\/v2/, ''))).body;

  it('does every kind of operation, and says where things are and at which version', async () => {
    const [old, doomed] = [await createUser(server.scim), await createUser(server.scim)];
    const team = await createGroup(server.scim, unique('team'), [old]);
    const answer = await bulk([
      creating('new', aUser({ title: 'New' })),
      { method: 'PUT', path: `/Users/${old.id}`, version: old.meta.version, data: { ...old, title: 'Old' } },
      patching(`/Groups/${team.id}`, { op: 'add', path: 'members', value: [{ value: doomed.id }] }),
      { method: 'DELETE', path: `/Users/${doomed.id}` },
    ]);
    expect(answer.status).toBe(200);
    expect(answer.headers.get('content-type')).toBe('application/scim+json');
    const [created, ...others] = answer.body.Operations;
    expect(answer.body).toEqual({ schemas: [BULK_RESPONSE], Operations: expect.any(Array) });
    expect(created).toEqual({
      method: 'POST',
      bulkId: 'new',
      version: 'W/"1"',
      location: expect.stringContaining('/scim/v2/Users/'),
      status: '201',
    });
    expect(others).toEqual([
      { method: 'PUT', version: 'W/"2"', location: old.meta.location, status: '200' },
      { method: 'PATCH', version: expect.stringMatching(/^W/), location: team.meta.location, status: '200' },
      { method: 'DELETE', location: doomed.meta.location, status: '204' },
    ]);
    expect((await at(created.location)).title).toBe('New');
    expect((await at(old.meta.location)).title).toBe('Old');
    expect((await server.scim.get(`/Users/${doomed.id}`)).status).toBe(404);
    expect(await memberIds(server.scim, team.id)).toEqual([old.id]);
  });

  it('puts ids in the place of references, wherever they stand and in whatever order', async () => {
    const answer = await bulk([
      patching('/Groups/bulkId:team', { op: 'remove', path: 'members[value eq "bulkId:lee"]' }),
      creating('team', aGroup({ members: [{ value: 'bulkId:kim' }, { value: 'bulkId:lee' }] }), '/Groups'),
      creating('kim', aUser({ [ENTERPRISE]: { manager: { value: 'bulkId:lee', $ref: '../Users/bulkId:lee' } } })),
      creating('lee', aUser()),
      patching('/Users/bulkId:lee', { op: 'add', path: 'title', value: 'Boss' }),
    ]);
    expect(statuses(answer)).toEqual(['200', '201', '201', '201', '200']);
    const [, team, kim, lee] = await Promise.all(
      answer.body.Operations.map(({ location }: { location: string }) => at(location)),
    );
    expect(await memberIds(server.scim, team.id)).toEqual([kim.id]);
    expect(kim[ENTERPRISE].manager).toMatchObject({ value: lee.id, $ref: `../Users/${lee.id}` });
    expect(lee.title).toBe('Boss');
  });

  it('creates people who manage each other', async () => {
    const managedBy = (name: string) =>
      aUser({ [ENTERPRISE]: { manager: { value: `bulkId:${name}` }, department: 'Art' } });
    const answer = await bulk([
      creating('a', managedBy('b')),
      creating('b', managedBy('c')),
      creating('c', managedBy('a')),
      creating('self', managedBy('self')),
    ]);
    expect(statuses(answer)).toEqual(['201', '201', '201', '201']);
    const users = await Promise.all(answer.body.Operations.map(({ location }: { location: string }) => at(location)));
    const [a, b, c, self] = users;
    expect(users.map((user) => user[ENTERPRISE])).toEqual(
      [b, c, a, self].map(({ id }) => ({ manager: expect.objectContaining({ value: id }), department: 'Art' })),
    );
    const versions = answer.body.Operations.map(({ version }: { version: string }) => version);
    expect(versions).toEqual(users.map(({ meta }) => meta.version));
  });

  it('does what can be done, and explains what cannot', async () => {
    const kim = await createUser(server.scim);
    const answer = await bulk([
      creating('again', aUser({ userName: kim.userName })),
      creating('team', aGroup({ members: [{ value: 'bulkId:again' }] }), '/Groups'),
      creating('lost', aGroup({ members: [{ value: 'bulkId:nobody' }] }), '/Groups'),
      { method: 'PUT', path: `/Users/${kim.id}`, version: 'W/"7"', data: kim },
      { method: 'DELETE', path: '/Users/nobody' },
      { method: 'DELETE', path: '/Nope/1' },
      { method: 'GET', path: `/Users/${kim.id}` },
      { method: 'DELETE', path: '/Users' },
      patching(`/Users/${kim.id}`, { op: 'replace', path: 'userName', value: 7 }),
      creating('nameless', {}),
      creating('last', aUser()),
    ]);
    expect(answer.status).toBe(200);
    const failures = answer.body.Operations.map(
      ({ status, response }: { status: string; response?: { status: string; scimType?: string } }) =>
        response ? [status, response.status, response.scimType] : [status],
    );
    expect(failures).toEqual([
      ['409', '409', 'uniqueness'],
      ['409', '409', undefined],
      ['400', '400', 'invalidValue'],
      ['412', '412', undefined],
      ['404', '404', undefined],
      ['404', '404', undefined],
      ['400', '400', 'invalidSyntax'],
      ['400', '400', 'invalidValue'],
      ['400', '400', 'invalidValue'],
      ['400', '400', 'invalidValue'],
      ['201'],
    ]);
    expect(answer.body.Operations[2].response.detail).toContain('nobody');
    expect(answer.body.Operations[4].location).toMatch(/\/scim\/v2\/Users\/nobody$/);
  });

  it('undoes nothing of an operation that failed but that operation', async () => {
    const kim = await createUser(server.scim);
    const team = unique('team');
    const answer = await bulk([
      creating('team', aGroup({ displayName: team, members: [{ value: kim.id }, { value: 'nobody' }] }), '/Groups'),
      patching(`/Users/${kim.id}`, { op: 'add', path: 'title', value: 'Still here' }),
    ]);
    expect(statuses(answer)).toEqual(['400', '200']);
    expect((await server.scim.get(`/Groups?filter=displayName eq "${team}"`)).body.totalResults).toBe(0);
    expect((await at(kim.meta.location)).title).toBe('Still here');
  });

  it('stops after as many failures as the client bears', async () => {
    const last = aUser();
    const nobody = { method: 'DELETE', path: '/Users/nobody' };
    const answer = await bulk([creating('a', aUser()), nobody, nobody, creating('z', last)], { failOnErrors: 2 });
    expect(statuses(answer)).toEqual(['201', '404', '404']);
    const { body } = await server.scim.get(`/Users?filter=userName eq "${last.userName}"`);
    expect(body.totalResults).toBe(0);
  });

  it('protects the Owner as everywhere', async () => {
    const { body } = await server.scim.get('/Me');
    const answer = await bulk([{ method: 'DELETE', path: `/Users/${body.id}` }]);
    expect(statuses(answer)).toEqual(['403']);
  });

  it('applies what mappings say to what it creates', async () => {
    const team = unique('team');
    await server.rest.post('/scim/settings', { roles_groups: [['Reviewer', team]] });
    const kim = aUser();
    await bulk([
      creating('team', aGroup({ displayName: team, members: [{ value: 'bulkId:kim' }] }), '/Groups'),
      creating('kim', kim),
    ]);
    const [{ id }] = (await server.rest.get(`/users/?email=${kim.userName}`)).body;
    expect((await server.rest.get(`/users/${id}/access`)).body.role).toBe('RE');
  });

  it.each<[what: string, body: unknown, status: number, scimType?: string | undefined]>([
    ['a list', [], 400, 'invalidSyntax'],
    ['malformed JSON', '{"Operations": [', 400, 'invalidSyntax'],
    ['no operations', { schemas: [BULK_REQUEST] }, 400, 'invalidSyntax'],
    ['another message', { schemas: [PATCH_OP], Operations: [{}] }, 400, 'invalidSyntax'],
    ['operations that are none', { Operations: ['DELETE /Users/1'] }, 400, 'invalidSyntax'],
    ['a limit that is none', { failOnErrors: -1, Operations: [{}] }, 400, 'invalidValue'],
    ['one bulkId twice', { Operations: [creating('a', {}), creating('a', {})] }, 400, 'invalidValue'],
    ['more operations than advertised', { Operations: Array.from({ length: 1001 }, () => ({})) }, 413, undefined],
    ['more bytes than advertised', { Operations: [creating('a', { title: 'x'.repeat(1_048_576) })] }, 413, undefined],
  ])('refuses %s', async (_what, body, status, scimType) => {
    expectScimError(await server.scim.post('/Bulk', body), status, scimType);
  });

  it('bears as many operations as advertised', async () => {
    const { body } = await server.scim.get('/ServiceProviderConfig');
    expect(body.bulk).toEqual({ supported: true, maxOperations: 1000, maxPayloadSize: 1_048_576 });
    const nobody = { method: 'DELETE', path: '/Users/nobody' };
    const answer = await bulk(Array.from({ length: body.bulk.maxOperations }, () => nobody));
    expect(statuses(answer)).toEqual(Array.from({ length: 1000 }, () => '404'));
  });

  it('is POST only, and needs the token', async () => {
    expectScimError(await server.scim.get('/Bulk'), 405);
    expectScimError(await server.scim.with({ authorization: '' }).post('/Bulk', {}), 401);
  });
});
