import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { addMappings, createProject, createWorkspace, lastChanges, numberOf } from '../support/containers.js';
import { expectRestError } from '../support/expect-error.js';
import { createGroup, createUser, unique } from '../support/people.js';
import { createPerson } from '../support/tenants.js';
import { startTestServer, type TestServer } from '../support/test-server.js';

describe('Workspaces over REST', () => {
  let server: TestServer;
  let ownerId: number;

  beforeAll(async () => {
    server = await startTestServer();
    ownerId = (await server.rest.get('/current-user/whoami')).body.id;
  });
  afterAll(() => server.close());

  async function person(role = 'AN') {
    const { scimId, rest } = await createPerson(server, role);
    return { id: await numberOf(server, scimId), scimId, rest };
  }

  const members = async (path: string) =>
    (await server.rest.get(path)).body.map(({ user }: { user: { id: number } }) => user.id);

  it('are changed field by field, and nothing else', async () => {
    const { id, title } = await createWorkspace(server);
    const changed = await server.rest.patch(`/workspaces/${id}/`, { description: 'Lungs', is_archived: true });
    expect(changed).toMatchObject({ status: 200, body: { id, title, description: 'Lungs', is_archived: true } });
    expect((await server.rest.patch(`/workspaces/${id}`, {})).body).toEqual(changed.body);
    const archived = (await server.rest.get('/workspaces/?is_archived=true')).body;
    expect(archived.map((workspace: { id: number }) => workspace.id)).toContain(id);
  });

  it('are logged when a mapping makes them', async () => {
    const title = unique('By mapping');
    await addMappings(server, { workspaces_groups: [[title, unique('crew')]] });
    const { data } = (await server.rest.get(`/activity-logs/?search=${encodeURIComponent(title)}`)).body;
    expect(data).toMatchObject([{ extra_data: { action: 'workspace.created', details: { title } } }]);
  });

  it('keep their mappings under another title, which nobody else has', async () => {
    const { id, title } = await createWorkspace(server);
    const other = await createWorkspace(server);
    const group = unique('radiologists');
    await addMappings(server, { workspaces_groups: [[title, group]] });
    expectRestError(await server.rest.patch(`/workspaces/${id}/`, { title: other.title.toUpperCase() }), 400, [
      'title',
    ]);
    expectRestError(await server.rest.patch('/workspaces/999999/', { title: 'x' }), 404);
    await server.rest.patch(`/workspaces/${id}/`, { title: `${title} and more` });
    expect((await server.rest.get('/scim/settings')).body.workspaces_groups).toContainEqual([
      `${title} and more`,
      group,
    ]);
  });

  describe('being deleted', () => {
    it('is refused while there are projects, which can be moved out', async () => {
      const { id } = await createWorkspace(server);
      const project = await createProject(server, id);
      expectRestError(await server.rest.delete(`/workspaces/${id}/`), 400);
      expect((await server.rest.delete(`/workspaces/${id}/projects/?project=${project}`)).status).toBe(204);
      expect((await server.rest.delete(`/workspaces/${id}/`)).status).toBe(204);
      expectRestError(await server.rest.get(`/workspaces/${id}/`), 404);
      expectRestError(await server.rest.delete(`/workspaces/${id}/`), 404);
    });

    it('takes mappings, their placeholders and memberships along, and logs whose', async () => {
      const { id, title } = await createWorkspace(server);
      const user = await createUser(server.scim);
      const group = await createGroup(server.scim, unique('crew'), [user]);
      const placeholder = unique('nobody-yet');
      await addMappings(server, {
        workspaces_groups: [title, title].map((to, at) => [to, [group.displayName, placeholder][at]]),
      });
      await server.rest.delete(`/workspaces/${id}/`);
      const rows = (await server.rest.get('/scim/settings')).body.workspaces_groups;
      expect(rows.filter(([to]: string[]) => to === title)).toEqual([]);
      const filter = encodeURIComponent(`displayName eq "${placeholder}"`);
      expect((await server.scim.get(`/Groups?filter=${filter}`)).body.totalResults).toBe(0);
      expect(await lastChanges(server, 'workspace.deleted')).toEqual([
        expect.objectContaining({
          user: { id: await numberOf(server, user.id), email: user.userName },
          kind: 'workspace',
          from: 'member',
          to: null,
          target: { id, title: null },
          through: ['workspace deleted'],
        }),
      ]);
    });
  });

  describe('their members', () => {
    it('are added and removed manually, one by one, named in the query or in the body', async () => {
      const { id } = await createWorkspace(server);
      const path = `/workspaces/${id}/memberships/`;
      const { id: user } = await person();
      const added = await server.rest.post(path, { user, workspace: id });
      expect(added).toMatchObject({ status: 200, body: { user, workspace: id } });
      expect((await server.rest.post(path, { user })).status).toBe(200);
      expect((await server.rest.get(path)).body).toEqual([
        { workspace: id, user: (await server.rest.get(`/users/${user}/`)).body },
      ]);
      expect((await server.rest.delete(`${path}?user_id=${user}`)).status).toBe(204);
      expectRestError(await server.rest.delete(`${path}?user_id=${user}`), 404);
      for (const body of [{ user }, { user_id: user }]) {
        await server.rest.post(path, { user });
        expect((await server.rest.send('DELETE', path, { body })).status).toBe(204);
      }
      expect(await members(path)).toEqual([]);
    });

    it.each([{}, { user: 999_999 }, { user: 'ana' }, { user: null }])('refuses to add %j', async (body) => {
      const { id } = await createWorkspace(server);
      expectRestError(await server.rest.post(`/workspaces/${id}/memberships/`, body), 400, ['user']);
    });

    it('stay while a group makes them members, which the refusal names', async () => {
      const { id, title } = await createWorkspace(server);
      const { id: user, scimId } = await person();
      const group = await createGroup(server.scim, unique('rad'), [{ id: scimId }]);
      await addMappings(server, { workspaces_groups: [[title, group.displayName]] });
      const path = `/workspaces/${id}/memberships/`;
      const refused = await server.rest.delete(`${path}?user_id=${user}`);
      expectRestError(refused, 400, ['user_id']);
      expect(JSON.stringify(refused.body)).toContain(group.displayName);
      await server.rest.post(path, { user });
      expect((await server.rest.delete(`${path}?user_id=${user}`)).status).toBe(204);
      expect(await members(path)).toEqual([user]);
    });

    it('are neither the Owner nor Administrators to be removed', async () => {
      const { id } = await createWorkspace(server);
      const { id: administrator } = await person('AD');
      const path = `/workspaces/${id}/memberships/`;
      for (const user of [ownerId, administrator]) {
        await server.rest.post(path, { user });
        expectRestError(await server.rest.delete(`${path}?user_id=${user}`), 400, ['user_id']);
      }
      expect((await server.rest.delete(`${path}bulk/?all=true`)).body).toEqual({ unassignments: 0 });
      expect(await members(path)).toEqual([ownerId, administrator]);
    });

    it('come and go in bulk', async () => {
      const { id } = await createWorkspace(server);
      const path = `/workspaces/${id}/memberships/`;
      const [a, b, c] = [(await person()).id, (await person()).id, (await person()).id];
      const give = { all: false, included: [a, b], excluded: [] };
      expect(await server.rest.post(`${path}bulk/`, give)).toMatchObject({ status: 200, body: { assignments: 2 } });
      expect((await server.rest.post(`${path}bulk/`, give)).body).toEqual({ assignments: 0 });
      expectRestError(await server.rest.post(`${path}bulk/`, { included: [999_999] }), 400, ['included']);
      await server.rest.post(`${path}bulk/`, { all: true, excluded: [b, ownerId] });
      expect(await members(path)).toEqual(expect.arrayContaining([a, b, c]));
      expect((await server.rest.delete(`${path}bulk/?all=false&included=${a},${c}`)).body).toEqual({
        unassignments: 2,
      });
      const body = { all: true, excluded: [b] };
      await server.rest.send('DELETE', `${path}bulk/`, { body });
      expect((await members(path)).filter((user: number) => [a, b, c].includes(user))).toEqual([b]);
    });

    it('come in pages of users, by name and id, that end empty', async () => {
      const { id } = await createWorkspace(server);
      const path = `/workspaces/${id}/memberships/`;
      const [a, b] = [(await person()).id, (await person()).id];
      await server.rest.post(`${path}bulk/`, { all: false, included: [a, b] });
      const page = (query: string) => server.rest.get(`${path}paginated/?${query}`);
      expect((await page('page_size=1&page=2')).body).toMatchObject({ count: 2, results: [{ id: b }], next: null });
      expect((await page('ordering=-id&page_size=1')).body.results).toMatchObject([{ id: b }]);
      expect((await page(`ids=${a}`)).body.results).toMatchObject([{ id: a }]);
      expect((await page('search=no-such-name')).body.count).toBe(0);
      expect(await page('page=7')).toMatchObject({ status: 200, body: { count: 2, results: [] } });
    });

    it('are logged as manual', async () => {
      const { id, title } = await createWorkspace(server);
      const { id: user } = await person();
      await server.rest.post(`/workspaces/${id}/memberships/`, { user });
      expect(await lastChanges(server, 'workspace.members-changed')).toEqual([
        expect.objectContaining({
          kind: 'workspace',
          from: null,
          to: 'member',
          target: { id, title },
          through: ['by hand'],
        }),
      ]);
    });
  });

  it('hold the projects that are moved into them', async () => {
    const { id } = await createWorkspace(server);
    const other = await createWorkspace(server);
    const project = await createProject(server, other.id);
    const moved = await server.rest.post(`/workspaces/${id}/projects/`, { project });
    expect(moved).toMatchObject({ status: 201, body: { project, workspace: id } });
    expect((await server.rest.get(`/workspaces/${id}/projects/`)).body).toMatchObject([{ id: project, workspace: id }]);
    expect((await server.rest.get(`/workspaces/${other.id}/projects/`)).body).toEqual([]);
    expectRestError(await server.rest.delete(`/workspaces/${other.id}/projects/?project=${project}`), 404);
    expectRestError(await server.rest.post(`/workspaces/${id}/projects/`, { project: 999_999 }), 400, ['project']);
    const body = { project };
    expect((await server.rest.send('DELETE', `/workspaces/${id}/projects/`, { body })).status).toBe(204);
    expect((await server.rest.get(`/projects/${project}`)).body.workspace).toBeNull();
  });

  it.each(['MA', 'RE', 'AN'])(
    'are seen by a %s when they are members, and with them the projects inside',
    async (role) => {
      const mine = await createWorkspace(server);
      const theirs = await createWorkspace(server);
      const [inside, outside] = [await createProject(server, mine.id), await createProject(server, theirs.id)];
      const { id: user, rest } = await person(role);
      await server.rest.post(`/workspaces/${mine.id}/memberships/`, { user });
      expect((await rest.get('/workspaces/')).body).toMatchObject([{ id: mine.id }]);
      expect((await rest.get(`/workspaces/${mine.id}/`)).status).toBe(200);
      expectRestError(await rest.get(`/workspaces/${theirs.id}/`), 404);
      expectRestError(await rest.get(`/workspaces/${theirs.id}/projects/`), 404);
      expect((await rest.get(`/workspaces/${mine.id}/projects/`)).body).toMatchObject([{ id: inside }]);
      expect((await rest.get('/projects/')).body).toMatchObject({ count: 1, results: [{ id: inside }] });
      expectRestError(await rest.get(`/projects/${outside}/`), 404);
    },
  );
});
