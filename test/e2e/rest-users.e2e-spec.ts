import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { numberOf } from '../support/containers.js';
import { expectRestError, expectScimError } from '../support/expect-error.js';
import { createUser, unique } from '../support/people.js';
import { createPerson } from '../support/tenants.js';
import { startTestServer, type TestServer } from '../support/test-server.js';

describe('Users over REST', () => {
  let server: TestServer;
  let ownerId: number;

  beforeAll(async () => {
    server = await startTestServer();
    ownerId = (await server.rest.get('/current-user/whoami')).body.id;
  });
  afterAll(() => server.close());

  async function aPerson(attributes: Record<string, unknown> = {}) {
    const { id: scimId, userName } = await createUser(server.scim, attributes);
    const id = await numberOf(server, scimId);
    return { scimId, userName, id, path: `/users/${id}/` };
  }

  it('knows the caller, with their place in the organization', async () => {
    const { rest } = await createPerson(server, 'MA');
    const { body } = await rest.get('/current-user/whoami');
    const { org_membership, ...user } = body;
    expect(org_membership).toEqual([{ organization_id: user.active_organization, role: 'MA', active: true }]);
    expect((await server.rest.get(`/users/${user.id}/`)).body).toEqual(user);
  });

  it('changes names and phone, and shows them over SCIM as a new version', async () => {
    const name = { givenName: 'Kim', familyName: 'Lee', formatted: 'Kim Lee', middleName: 'Q' };
    const { path, scimId } = await aPerson({ name, phoneNumbers: [{ value: '1', type: 'home' }, { value: '2' }] });
    const { version } = (await server.scim.get(`/Users/${scimId}`)).body.meta;
    const changes = { first_name: 'Ana', phone: '+49 30 1' };
    const changed = await server.rest.patch(path, changes);
    expect(changed).toMatchObject({ status: 200, body: { ...changes, last_name: 'Lee', initials: 'al' } });
    const { body } = await server.scim.get(`/Users/${scimId}`);
    expect(body.name).toEqual({ givenName: 'Ana', familyName: 'Lee', middleName: 'Q' });
    expect(body.phoneNumbers).toMatchObject([{ value: '+49 30 1', type: 'home' }, { value: '2' }]);
    expect(body.meta.version).not.toBe(version);
  });

  it('leaves the version alone when nothing changes, and takes things away by empty text', async () => {
    const { path, scimId, userName } = await aPerson({ phoneNumbers: [{ value: '1' }] });
    const { meta } = (await server.scim.get(`/Users/${scimId}`)).body;
    await server.rest.patch(path, { first_name: 'Kim', email: userName, username: userName });
    expect((await server.scim.get(`/Users/${scimId}`)).body.meta).toEqual(meta);
    const emptied = await server.rest.patch(path, { first_name: '', last_name: '', phone: '' });
    expect(emptied.body).toMatchObject({ first_name: '', last_name: '', phone: '' });
    const { body } = await server.scim.get(`/Users/${scimId}`);
    expect([body.name, body.phoneNumbers]).toEqual([undefined, undefined]);
  });

  it('does not take an account over in the name of SCIM', async () => {
    const email = `${unique('by-hand')}@acme.test`;
    const { id, scim_id } = (await server.rest.post('/users/', { email })).body;
    await server.rest.patch(`/users/${id}/`, { first_name: 'Ana' });
    const before = (await server.scim.get(`/Users/${scim_id}`)).body;
    expectScimError(await server.scim.post('/Users', { ...before, id: undefined }), 409, 'uniqueness');
    expect((await server.scim.put(`/Users/${scim_id}`, before)).body.name).toEqual({ givenName: 'Ana' });
  });

  it.each([
    [{ email: 'other@acme.test' }, ['email']],
    [{ username: 'other' }, ['username']],
    [{ first_name: 7, last_name: [] }, ['first_name', 'last_name']],
    [{ phone: 'x'.repeat(257) }, ['phone']],
  ])('refuses to change %j, and changes nothing', async (body, fields) => {
    const { path } = await aPerson();
    const before = (await server.rest.get(path)).body;
    expectRestError(await server.rest.patch(path, { last_name: 'Changed', ...body }), 400, fields);
    expect((await server.rest.get(path)).body).toEqual(before);
  });

  it('deletes softly', async () => {
    const { path, scimId } = await aPerson();
    expect((await server.rest.delete(path)).status).toBe(204);
    expectRestError(await server.rest.get(path), 404);
    expectRestError(await server.rest.patch(path, { first_name: 'Ana' }), 404);
    expectRestError(await server.rest.delete(path), 404);
    expectScimError(await server.scim.get(`/Users/${scimId}`), 404);
  });

  it('deletes neither the caller nor the Owner', async () => {
    expectRestError(await server.rest.delete(`/users/${ownerId}/`), 405);
    const { rest } = await createPerson(server, 'AD');
    expectRestError(await rest.delete(`/users/${ownerId}/`), 403);
  });

  it('tells seats and switches in the place where LSE has them', async () => {
    const { limit, used } = (await server.rest.get('/organizations/0')).body.seats;
    expect((await server.rest.get('/billing/info')).body).toEqual({
      billing_checks: { users: { count: used, limit, reached: false }, organization_is_active: true },
      billing_flags: {
        manual_role_management: false,
        manual_workspace_management: false,
        manual_project_member_management: false,
      },
    });
    await server.rest.patch('/organizations/0', { seat_limit: used, manual_role_management: true });
    expect((await server.rest.get('/billing/info')).body).toMatchObject({
      billing_checks: { users: { limit: used, reached: true } },
      billing_flags: { manual_role_management: true },
    });
    expect((await server.rest.get('/organizations/0')).body.billing.manual_role_management).toBe(true);
    await server.rest.patch('/organizations/0', { seat_limit: null, manual_role_management: false });
  });

  describe('forms in place of JSON', () => {
    const send = (method: string, path: string, fields: Record<string, string>, client = server.rest) =>
      client
        .with({ 'content-type': 'application/x-www-form-urlencoded' })
        .send(method, path, { body: new URLSearchParams(fields).toString() });

    it('carry text, numbers, switches and lists', async () => {
      const workspace = (await send('POST', '/workspaces/', { title: '123' })).body;
      expect(workspace.title).toBe('123');
      const project = await send('POST', '/projects', {
        title: 'CT',
        workspace: `${workspace.id}`,
        is_published: 'true',
      });
      expect(project).toMatchObject({ status: 201, body: { workspace: workspace.id, is_published: true } });
      const moved = await send('PATCH', `/projects/${project.body.id}/`, { workspace: '', is_published: 'false' });
      expect(moved.body).toMatchObject({ workspace: null, is_published: false });
      const { id } = await aPerson();
      const members = `/workspaces/${workspace.id}/memberships/`;
      expect((await send('POST', members, { user: `${id}` })).body).toEqual({ user: id, workspace: workspace.id });
      const several = { all: 'false', included: `${id},${ownerId}` };
      expect((await send('POST', `${members}bulk/`, several)).body).toEqual({ assignments: 1 });
      expect((await send('DELETE', members, { user_id: `${id}` })).status).toBe(204);
      expect((await send('PATCH', '/organizations/0/memberships', { user_id: `${id}`, role: 'RE' })).status).toBe(200);
    });

    it('are checked like JSON', async () => {
      expectRestError(await send('POST', '/workspaces/', {}), 400, ['title']);
      expectRestError(await send('POST', '/projects/', { title: 'x', workspace: 'one' }), 400, ['workspace']);
      expectRestError(await send('PATCH', '/organizations/0', { manual_role_management: 'yes' }), 400, [
        'manual_role_management',
      ]);
    });

    it('are no way into SCIM', async () => {
      const answer = await send('POST', '/Users', { userName: 'form@acme.test' }, server.scim);
      expectScimError(answer, 415);
    });
  });
});
