import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { createProject, createWorkspace, numberOf } from '../support/containers.js';
import { expectRestError } from '../support/expect-error.js';
import type { HttpClient } from '../support/http-client.js';
import { createGroup, createUser, unique } from '../support/people.js';
import { createPerson, createTenant, type Tenant } from '../support/tenants.js';
import { startTestServer, type TestServer } from '../support/test-server.js';

const ROLES = ['OW', 'AD', 'MA', 'RE', 'AN', 'NO'] as const;
type Role = (typeof ROLES)[number];

/** Things that exist while one request is sent; `person` is a member of the workspace, and so of the project. */
interface Things {
  readonly person: number;
  readonly workspace: number;
  readonly project: number;
  /** Another workspace, without projects. */
  readonly empty: number;
  readonly role: number;
  /** A group with `person` in it. */
  readonly group: number;
}

type Body = (things: Things) => object;
type Route = readonly [method: string, path: string, body?: Body];

/** For everybody in the organization: the answer is about themselves. */
const FOR_MEMBERS: readonly Route[] = [
  ['GET', '/current-user/whoami'],
  ['GET', '/current-user'],
  ['GET', '/organizations/'],
  ['GET', '/workspaces/'],
  ['GET', '/projects/'],
  ['GET', '/projects/roles/'],
];

/** The same, but 404 for what the caller is not a member of. */
const FOR_MEMBERS_OF_IT: readonly Route[] = [
  ['GET', '/workspaces/{workspace}/'],
  ['GET', '/workspaces/{workspace}/projects/'],
  ['GET', '/projects/{project}/'],
];

/** For the Owner and Administrators. */
const FOR_ADMINISTRATORS: readonly Route[] = [
  ['GET', '/organizations/0'],
  ['PATCH', '/organizations/0', () => ({})],
  ['PATCH', '/organizations/0/set-default-role', () => ({ default_role: 'AN' })],
  ['GET', '/organizations/0/memberships'],
  ['PATCH', '/organizations/0/memberships', ({ person }) => ({ user_id: person, role: 'AN' })],
  ['GET', '/organizations/0/memberships/{person}/'],
  ['DELETE', '/organizations/0/memberships/{person}/'],
  ['GET', '/users/'],
  ['POST', '/users/', () => ({ email: `${unique('new')}@acme.test` })],
  ['GET', '/users/{person}/'],
  ['PATCH', '/users/{person}/', () => ({ first_name: 'Ana' })],
  ['DELETE', '/users/{person}/'],
  ['PATCH', '/current-user', () => ({ phone: '1' })],
  ['POST', '/workspaces/', () => ({ title: unique('New') })],
  ['PATCH', '/workspaces/{workspace}/', () => ({ description: 'x' })],
  ['DELETE', '/workspaces/{empty}/'],
  ['GET', '/workspaces/{workspace}/memberships/'],
  ['GET', '/workspaces/{workspace}/memberships/paginated/'],
  ['POST', '/workspaces/{workspace}/memberships/', ({ person }) => ({ user: person })],
  ['POST', '/workspaces/{workspace}/memberships/bulk/', ({ person }) => ({ all: false, included: [person] })],
  ['DELETE', '/workspaces/{workspace}/memberships/', ({ person }) => ({ user: person })],
  ['DELETE', '/workspaces/{workspace}/memberships/bulk/', ({ person }) => ({ all: false, included: [person] })],
  ['POST', '/workspaces/{empty}/projects/', ({ project }) => ({ project })],
  ['DELETE', '/workspaces/{workspace}/projects/', ({ project }) => ({ project })],
  ['POST', '/projects/', () => ({ title: 'New' })],
  ['PATCH', '/projects/{project}/', () => ({ title: 'x' })],
  ['DELETE', '/projects/{project}/'],
  ['GET', '/projects/{project}/members/'],
  ['GET', '/projects/{project}/members/paginated/'],
  ['POST', '/projects/{project}/members/', ({ person }) => ({ user: person })],
  ['POST', '/projects/{project}/members/bulk/', ({ person }) => ({ all: false, included: [person] })],
  ['DELETE', '/projects/{project}/members/', ({ person }) => ({ user: person })],
  ['DELETE', '/projects/{project}/members/bulk/', ({ person }) => ({ all: false, included: [person] })],
  ['GET', '/projects/{project}/roles'],
  ['POST', '/projects/roles/', ({ project, person }) => ({ project, user: person, role: 'RE' })],
  ['DELETE', '/projects/roles/{role}/'],
  ['GET', '/billing/info'],
  ['GET', '/activity-logs/'],
  ['GET', '/activity-logs/export'],
  ['GET', '/scim/requests/export'],
  ['GET', '/scim/settings'],
  ['GET', '/scim/status'],
  ['GET', '/scim/requests'],
  ['GET', '/scim/groups'],
  ['GET', '/scim/groups/{group}'],
  ['GET', '/scim/groups/{group}/members'],
];

/** The Owner and Administrators may read everybody's, all others their own. */
const FOR_ONESELF: readonly Route[] = [
  ['GET', '/users/{person}/access'],
  ['GET', '/users/{person}/groups'],
];

const ROUTES = [...FOR_MEMBERS, ...FOR_MEMBERS_OF_IT, ...FOR_ADMINISTRATORS, ...FOR_ONESELF];

const ADMINISTRATORS: readonly Role[] = ['OW', 'AD'];

describe('Who may do what over REST', () => {
  let server: TestServer;
  const clients = new Map<Role, HttpClient>();

  const clientOf = (role: Role) => clients.get(role) ?? server.rest;

  async function things({ rest, scim }: Pick<Tenant, 'rest' | 'scim'>): Promise<Things> {
    const user = await createUser(scim);
    const person = await numberOf({ rest }, user.id);
    const { displayName } = await createGroup(scim, unique('group'), [user]);
    const group = (await rest.get(`/scim/groups?search=${displayName}&page_size=1000`)).body.results.find(
      ({ display_name }: { display_name: string }) => display_name === displayName,
    ).id;
    const { id: workspace } = await createWorkspace({ rest });
    const { id: empty } = await createWorkspace({ rest });
    const project = await createProject({ rest }, workspace);
    await rest.post(`/workspaces/${workspace}/memberships/`, { user: person });
    const role = (await rest.post('/projects/roles/', { project, user: person, role: 'RE' })).body.id;
    return { person, workspace, project, empty, role, group };
  }

  function send(client: HttpClient, [method, path, body]: Route, some: Things) {
    const filled = path.replace(/\{(\w+)\}/g, (_, name: keyof Things) => String(some[name]));
    return client.send(method, filled, body ? { body: body(some) } : {});
  }

  beforeAll(async () => {
    server = await startTestServer();
    for (const role of ROLES.slice(1)) clients.set(role, (await createPerson(server, role)).rest);
  });
  afterAll(() => server.close());

  it.each(FOR_MEMBERS)('opens %s %s to everybody', async (...route) => {
    const some = await things(server);
    for (const role of ROLES) expect((await send(clientOf(role), route, some)).status).toBe(200);
  });

  it.each(FOR_MEMBERS_OF_IT)('hides %s %s from who is no member', async (...route) => {
    const some = await things(server);
    for (const role of ADMINISTRATORS) expect((await send(clientOf(role), route, some)).status).toBe(200);
    for (const role of ROLES.slice(2)) expectRestError(await send(clientOf(role), route, some), 404);
  });

  it.each(FOR_ONESELF)(
    'opens %s %s to everybody for themselves, and to the Owner and Administrators',
    async (...route) => {
      const other = await things(server);
      for (const role of ROLES) {
        const person: number = (await clientOf(role).get('/current-user/whoami')).body.id;
        expect((await send(clientOf(role), route, { ...other, person })).status).toBe(200);
      }
      for (const role of ADMINISTRATORS) expect((await send(clientOf(role), route, other)).status).toBe(200);
      for (const role of ROLES.slice(2)) expectRestError(await send(clientOf(role), route, other), 403);
    },
  );

  it.each(FOR_ADMINISTRATORS)('opens %s %s to the Owner and Administrators alone', async (...route) => {
    const refused = await things(server);
    for (const role of ROLES.slice(2)) expectRestError(await send(clientOf(role), route, refused), 403);
    for (const role of ADMINISTRATORS) {
      const { status } = await send(clientOf(role), route, await things(server));
      expect([200, 201, 204]).toContain(status);
    }
  });

  it.each(ROUTES)('asks for a token at %s %s', async (...route) => {
    const anybody = server.rest.with({ authorization: '' });
    const some = { person: 1, workspace: 1, project: 1, empty: 1, role: 1, group: 1 };
    expectRestError(await send(anybody, route, some), 401);
  });

  it.each(ROUTES.filter(([method]) => method === 'GET'))(
    'answers %s %s with and without a slash at the end',
    async (method, path) => {
      const some = await things(server);
      const bare = path.replace(/\/$/, '');
      expect((await send(server.rest, [method, bare], some)).status).toBe(200);
      expect((await send(server.rest, [method, `${bare}/`], some)).status).toBe(200);
    },
  );

  describe("with another organization's ids", () => {
    let other: Tenant;
    let theirs: Things;

    beforeAll(async () => {
      other = await createTenant(server, 'owner@access.test');
      theirs = await things(other);
    });

    const byId = ROUTES.filter(([, path]) => path.includes('{'));

    async function everything() {
      const { person, workspace, project } = theirs;
      const paths = [`/users/${person}/access`, `/workspaces/${workspace}`, `/projects/${project}/members/paginated`];
      return Promise.all(paths.map(async (path) => (await other.rest.get(path)).body));
    }

    it.each(byId)('finds nothing at %s %s, and changes nothing', async (...route) => {
      const before = await everything();
      expectRestError(await send(server.rest, route, theirs), 404);
      expect(await everything()).toEqual(before);
    });

    it('takes none of them in a body', async () => {
      const ours = await things(server);
      const before = await everything();
      const { rest } = server;
      const user = theirs.person;
      const included = [user];
      const workspace = `/workspaces/${ours.workspace}`;
      const project = `/projects/${ours.project}`;
      expectRestError(await rest.post(`${workspace}/memberships/`, { user }), 400, ['user']);
      expectRestError(await rest.post(`${workspace}/memberships/bulk/`, { included }), 400, ['included']);
      expectRestError(await rest.delete(`${workspace}/memberships/bulk/?included=${user}`), 400, ['included']);
      expectRestError(await rest.delete(`${workspace}/memberships/?user_id=${user}`), 404);
      expectRestError(await rest.post(`${workspace}/projects/`, { project: theirs.project }), 400, ['project']);
      expectRestError(await rest.patch(`${project}/`, { workspace: theirs.workspace }), 400, ['workspace']);
      expectRestError(await rest.post(`${project}/members/`, { user }), 400, ['user']);
      expectRestError(await rest.post(`${project}/members/bulk/`, { included }), 400, ['included']);
      const role = { project: theirs.project, user: ours.person, role: 'RE' };
      expectRestError(await rest.post('/projects/roles/', role), 400, ['project']);
      expectRestError(await rest.post('/projects/roles/', { ...role, project: ours.project, user }), 400, ['user']);
      expect((await rest.get(`/projects/roles/?ids=${theirs.project}`)).body).toEqual([]);
      expect((await rest.get(`/activity-logs/?user=${user}`)).body.data).toEqual([]);
      expect(await everything()).toEqual(before);
    });
  });
});
