import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { expectRestError, expectScimError } from '../support/expect-error.js';
import { aGroup, aUser, createGroup, createUser, memberIds } from '../support/people.js';
import { createTenant, type Tenant } from '../support/tenants.js';
import { startTestServer, type TestServer } from '../support/test-server.js';

/** Everything that one organization has, as its Owner sees it. */
async function everythingOf({ scim, rest }: Pick<Tenant, 'scim' | 'rest'>): Promise<unknown[]> {
  const paths = ['/users/', '/workspaces/', '/projects/', '/scim/settings', '/organizations/0'];
  const seen: unknown[] = [(await scim.get('/Users?count=1000')).body, (await scim.get('/Groups?count=1000')).body];
  for (const path of paths) seen.push((await rest.get(path)).body);
  return seen;
}

describe('Two organizations on one server', () => {
  let server: TestServer;
  let other: Tenant;
  const theirs = {
    user: '',
    group: '',
    email: 'ana@acme.test',
    name: 'acme-qa',
    userNumber: 0,
    workspace: 0,
    project: 0,
  };

  beforeAll(async () => {
    server = await startTestServer();
    other = await createTenant(server, 'owner@other.test');
    theirs.user = (await createUser(other.scim, { userName: theirs.email })).id;
    theirs.group = (await createGroup(other.scim, theirs.name, [{ id: theirs.user }])).id;
    theirs.userNumber = (await other.rest.get(`/users/?email=${theirs.email}`)).body[0].id;
    theirs.workspace = (await other.rest.post('/workspaces/', { title: 'Radiology' })).body.id;
    const project = { title: 'Chest X-ray', workspace: theirs.workspace };
    theirs.project = (await other.rest.post('/projects/', project)).body.id;
    await other.rest.post('/scim/settings', {
      roles_groups: [['Manager', theirs.name]],
      workspaces_groups: [['Radiology', theirs.name]],
      projects_groups: [{ project_id: theirs.project, group: theirs.name, role: 'Inherit' }],
    });
  });
  afterAll(() => server.close());

  async function expectNothingChanged(action: () => Promise<void>): Promise<void> {
    const before = await everythingOf(other);
    await action();
    expect(await everythingOf(other)).toEqual(before);
  }

  const bodies: [method: string, body?: object][] = [
    ['GET'],
    ['PUT', { ...aUser(), ...aGroup(), schemas: undefined }],
    ['PATCH', { Operations: [{ op: 'replace', value: { displayName: 'Taken over', active: false } }] }],
    ['DELETE'],
  ];
  const ways = bodies.flatMap(([method, body]) =>
    (['user', 'group', 'email', 'name'] as const).map((key) => [method, key, body] as const),
  );

  it.each(ways)("answers 404 to %s by the other's %s, and changes nothing", async (method, key, body) => {
    const endpoint = key === 'user' || key === 'email' ? '/Users' : '/Groups';
    await expectNothingChanged(async () => {
      expectScimError(await server.scim.send(method, `${endpoint}/${theirs[key]}`, { body }), 404);
    });
  });

  it.each(['user', 'email'] as const)("takes nobody into a group by the other's %s", async (key) => {
    const group = await createGroup(server.scim);
    await expectNothingChanged(async () => {
      const members = [{ value: theirs[key] }];
      expectScimError(await server.scim.post('/Groups', aGroup({ members })), 400, 'invalidValue');
      expectScimError(await server.scim.put(`/Groups/${group.id}`, { ...group, members }), 400, 'invalidValue');
      const add = { Operations: [{ op: 'add', path: 'members', value: members }] };
      expectScimError(await server.scim.patch(`/Groups/${group.id}`, add), 400, 'invalidValue');
      const remove = { Operations: [{ op: 'remove', path: `members[value eq "${theirs[key]}"]` }] };
      expect((await server.scim.patch(`/Groups/${group.id}`, remove)).status).toBe(204);
    });
    expect(await memberIds(server.scim, group.id)).toEqual([]);
  });

  it.each([
    ['/users/', 'userNumber', ''],
    ['/users/', 'userNumber', '/access'],
    ['/workspaces/', 'workspace', ''],
    ['/projects/', 'project', ''],
  ] as const)("answers 404 under %s to the other's %s", async (path, key, rest) => {
    expectRestError(await server.rest.get(`${path}${theirs[key]}${rest}`), 404);
  });

  it("answers 404 to the other's organization", async () => {
    await expectNothingChanged(async () => {
      expectRestError(await server.rest.get(`/organizations/${other.organizationId}`), 404);
      expectRestError(await server.rest.patch(`/organizations/${other.organizationId}`, { title: 'Mine' }), 404);
    });
  });

  it("puts no project into the other's workspace and maps no group to the other's project", async () => {
    await expectNothingChanged(async () => {
      const project = { title: 'Mine', workspace: theirs.workspace };
      expectRestError(await server.rest.post('/projects/', project), 400, ['workspace']);
      const row = { project_id: theirs.project, group: 'acme', role: 'Inherit' };
      expectRestError(await server.rest.post('/scim/settings', { projects_groups: [row] }), 400, ['projects_groups']);
    });
  });

  it('lets both have the same names', async () => {
    await expectNothingChanged(async () => {
      const user = await createUser(server.scim, { userName: theirs.email });
      const group = await createGroup(server.scim, theirs.name, [user]);
      expect((await server.rest.post('/workspaces/', { title: 'Radiology' })).status).toBe(201);
      await server.rest.post('/scim/settings', { roles_groups: [['Annotator', theirs.name]] });
      expect((await server.scim.get(`/Users/${theirs.email}`)).body.id).toBe(user.id);
      expect((await server.scim.delete(`/Groups/${group.id}`)).status).toBe(204);
      expect((await server.scim.delete(`/Users/${user.id}`)).status).toBe(204);
    });
  });

  it('shows each its own', async () => {
    const emails = async ({ rest }: Pick<Tenant, 'rest'>) =>
      (await rest.get('/users/')).body.map(({ email }: { email: string }) => email);
    expect(await emails(other)).toEqual(['owner@other.test', theirs.email]);
    expect(await emails(server)).not.toContain(theirs.email);
    const filter = encodeURIComponent(`userName eq "${theirs.email}" or id eq "${theirs.user}"`);
    expect((await server.scim.get(`/Users?filter=${filter}`)).body.totalResults).toBe(0);
    const groups = encodeURIComponent(`members.value eq "${theirs.user}" or externalId pr`);
    expect((await server.scim.get(`/Groups?filter=${groups}`)).body.totalResults).toBe(0);
  });
});
