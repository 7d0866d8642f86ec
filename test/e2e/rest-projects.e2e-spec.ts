import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { addMappings, createProject, createWorkspace, lastChanges, numberOf } from '../support/containers.js';
import { expectRestError } from '../support/expect-error.js';
import { createGroup, unique } from '../support/people.js';
import { createPerson } from '../support/tenants.js';
import { startTestServer, type TestServer } from '../support/test-server.js';

describe('Projects over REST', () => {
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

  async function mapped(project: number, scimId: string, role: string): Promise<string> {
    const { displayName: group } = await createGroup(server.scim, unique('qa'), [{ id: scimId }]);
    await addMappings(server, { projects_groups: [{ project_id: project, group, role }] });
    return group;
  }

  const roleIn = async (project: number, user: number) => {
    const { projects } = (await server.rest.get(`/users/${user}/access`)).body;
    return projects.find(({ id }: { id: number }) => id === project)?.role;
  };

  it('are changed field by field, and moved', async () => {
    const { id: workspace, title: workspace_title } = await createWorkspace(server);
    const id = await createProject(server);
    const changes = { title: 'Chest', description: null, color: '#fff', is_published: true, workspace };
    const changed = await server.rest.patch(`/projects/${id}/`, changes);
    expect(changed).toMatchObject({ status: 200, body: { id, ...changes, workspace_title } });
    expect((await server.rest.patch(`/projects/${id}/`, {})).body).toEqual(changed.body);
    expect((await server.rest.patch(`/projects/${id}/`, { workspace: null })).body.workspace).toBeNull();
  });

  it.each([
    [{ title: '' }, ['title']],
    [{ workspace: 999_999 }, ['workspace']],
    [{ is_published: 'perhaps' }, ['is_published']],
    [{ color: 'x'.repeat(17) }, ['color']],
  ])('are not changed by %j', async (body, fields) => {
    const id = await createProject(server);
    expectRestError(await server.rest.patch(`/projects/${id}/`, body), 400, fields);
    expectRestError(await server.rest.patch('/projects/999999/', { title: 'x' }), 404);
  });

  it('are found by id, workspace, title and text', async () => {
    const { id: workspace } = await createWorkspace(server);
    const a = await createProject(server, workspace);
    const b = await createProject(server);
    const ids = async (query: string) =>
      (await server.rest.get(`/projects/?${query}`)).body.results.map(({ id }: { id: number }) => id);
    const { title } = (await server.rest.get(`/projects/${b}`)).body;
    expect(await ids(`ids=${a},${b}&ordering=-id`)).toEqual([b, a]);
    expect(await ids(`workspaces=${workspace}`)).toEqual([a]);
    expect(await ids(`title=${title.toUpperCase()}`)).toEqual([b]);
    expect(await ids(`search=${title}&ids=${a}`)).toEqual([]);
    expectRestError(await server.rest.get('/projects/?ids=1,x'), 400, ['ids']);
  });

  it('go with their mappings and memberships, and the log says whose', async () => {
    const id = await createProject(server);
    const { id: user, scimId } = await person();
    await mapped(id, scimId, 'Reviewer');
    expect((await server.rest.delete(`/projects/${id}/`)).status).toBe(204);
    expectRestError(await server.rest.get(`/projects/${id}/`), 404);
    expect(await roleIn(id, user)).toBeUndefined();
    const { projects_groups } = (await server.rest.get('/scim/settings')).body;
    expect(projects_groups.filter((row: { project_id: number }) => row.project_id === id)).toEqual([]);
    expect(await lastChanges(server, 'project.deleted')).toMatchObject([{ kind: 'project', from: 'RE', to: null }]);
  });

  describe('their members', () => {
    it('are added and removed manually, with their organization role', async () => {
      const id = await createProject(server);
      const path = `/projects/${id}/members/`;
      const { id: user } = await person('RE');
      expect(await server.rest.post(path, { user })).toMatchObject({ status: 201, body: { user } });
      expect(await roleIn(id, user)).toBe('RE');
      expect((await server.rest.get(`${path}?user_ids=${user}`)).body).toMatchObject([{ id: user }]);
      expect((await server.rest.delete(`${path}?user=${user}`)).status).toBe(204);
      expectRestError(await server.rest.delete(`${path}?user=${user}`), 404);
      await server.rest.post(path, { user });
      expect((await server.rest.send('DELETE', path, { body: { user } })).status).toBe(204);
      expect(await roleIn(id, user)).toBeUndefined();
    });

    it('keep an explicit role when they are made members again', async () => {
      const project = await createProject(server);
      const { id: user } = await person('RE');
      await server.rest.post('/projects/roles/', { project, user, role: 'AN' });
      await server.rest.post(`/projects/${project}/members/`, { user });
      expect(await roleIn(project, user)).toBe('AN');
    });

    it('stay whom a group, the workspace or their role makes members', async () => {
      const { id: workspace } = await createWorkspace(server);
      const id = await createProject(server, workspace);
      const path = `/projects/${id}/members/`;
      const [inGroup, inside, { id: administrator }] = [await person(), await person(), await person('AD')];
      const group = await mapped(id, inGroup.scimId, 'Inherit');
      await server.rest.post(`/workspaces/${workspace}/memberships/`, { user: inside.id });
      for (const user of [inGroup.id, inside.id, ownerId, administrator])
        expectRestError(await server.rest.delete(`${path}?user=${user}`), 400, ['user']);

      expect(JSON.stringify((await server.rest.delete(`${path}?user=${inGroup.id}`)).body)).toContain(group);
      expectRestError(await server.rest.post(path, { user: administrator }), 400, ['user']);
      expectRestError(await server.rest.post(path, { user: 999_999 }), 400, ['user']);
    });

    it('come and go in bulk, with roles for some, and say who was passed over', async () => {
      const id = await createProject(server);
      const path = `/projects/${id}/members/bulk/`;
      const [a, b] = [(await person()).id, (await person()).id];
      const body = { all: false, included: [a, b, ownerId], roles: [{ user_id: b, role: 'RE' }] };
      expect(await server.rest.post(path, body)).toMatchObject({
        status: 200,
        body: { assignments: 2, skipped_user_ids: [ownerId] },
      });
      expect([await roleIn(id, a), await roleIn(id, b)]).toEqual(['AN', 'RE']);
      expect((await server.rest.post(path, body)).body.assignments).toBe(0);
      expectRestError(await server.rest.post(path, { included: [999_999] }), 400, ['included']);
      expectRestError(await server.rest.post(path, { included: [a], roles: [{ user_id: a, role: 'AD' }] }), 400, [
        'roles',
      ]);
      expect((await server.rest.delete(`${path}?all=true&excluded=${a}`)).body).toEqual({ unassignments: 1 });
      expect([await roleIn(id, a), await roleIn(id, b)]).toEqual(['AN', undefined]);
      expect((await server.rest.post(`${path}?search=no-such-name`, { all: true })).body.assignments).toBe(0);
    });

    it('come in pages that say what makes them members', async () => {
      const { id: workspace } = await createWorkspace(server);
      const id = await createProject(server, workspace);
      const [inGroup, byHand, inside] = [await person(), await person('RE'), await person()];
      await mapped(id, inGroup.scimId, 'Reviewer');
      await server.rest.post(`/projects/${id}/members/`, { user: byHand.id });
      await server.rest.post(`/workspaces/${workspace}/memberships/bulk/`, { included: [inside.id, byHand.id] });
      const page = (query = '') => server.rest.get(`/projects/${id}/members/paginated/?${query}`);
      const named = `ids=${inGroup.id},${byHand.id},${inside.id}`;
      expect((await page(named)).body).toMatchObject({
        count: 3,
        results: [
          { id: inGroup.id, implicit_member: false, project_role: 'RE', project_role_source: 'scim' },
          { id: byHand.id, implicit_member: false, project_role: null, project_role_source: null },
          { id: inside.id, implicit_member: true, project_role: null, project_role_source: null },
        ],
      });
      const ids = async (query: string) => (await page(query)).body.results.map((user: { id: number }) => user.id);
      expect(await ids(`implicit=true&${named}`)).toEqual([inside.id]);
      expect(await ids('implicit=false')).toEqual([inGroup.id, byHand.id]);
      expect(await ids(`role=AN&${named}`)).toEqual([inside.id]);
      expect(await ids(`role=RE&ordering=-id&${named}`)).toEqual([byHand.id, inGroup.id]);
      expect(await ids('role=OW')).toEqual([ownerId]);
      expect(await page('page=99')).toMatchObject({ status: 200, body: { results: [] } });
    });
  });

  describe('explicit roles', () => {
    it('are given manually and taken again, back to the organization role', async () => {
      const project = await createProject(server);
      const { id: user, rest } = await person();
      const given = await server.rest.post('/projects/roles/', { project, user, role: 'RE' });
      expect(given).toMatchObject({ status: 201, body: { project, user, role: 'RE', role_source: 'manual' } });
      expect((await server.rest.get(`/projects/${project}/roles`)).body).toEqual([given.body]);
      expect((await rest.get(`/projects/roles/?ids=${project},1`)).body).toEqual([given.body]);
      expect((await rest.get('/projects/roles?ids=999')).body).toEqual([]);
      expect(await lastChanges(server, 'project.roles-changed')).toMatchObject([
        { from: null, to: 'RE', through: ['by hand'] },
      ]);
      expect((await server.rest.delete(`/projects/roles/${given.body.id}/`)).status).toBe(204);
      expect(await roleIn(project, user)).toBe('AN');
      expect(await lastChanges(server, 'project.roles-changed')).toMatchObject([{ from: 'RE', to: 'IN' }]);
      expectRestError(await server.rest.delete(`/projects/roles/${given.body.id}/`), 404);
    });

    it('leave nothing behind where something else makes the member', async () => {
      const { id: workspace } = await createWorkspace(server);
      const project = await createProject(server, workspace);
      const [inside, inGroup] = [await person(), await person('RE')];
      await server.rest.post(`/workspaces/${workspace}/memberships/`, { user: inside.id });
      await mapped(project, inGroup.scimId, 'Annotator');
      for (const user of [inside.id, inGroup.id]) {
        const { id } = (await server.rest.post('/projects/roles/', { project, user, role: 'RE' })).body;
        expect(await roleIn(project, user)).toBe('RE');
        expect((await server.rest.delete(`/projects/roles/${id}/`)).status).toBe(204);
        expect(await roleIn(project, user)).toBe('AN');
      }
      const { results } = (await server.rest.get(`/projects/${project}/members/paginated/?ids=${inside.id}`)).body;
      expect(results).toMatchObject([{ implicit_member: true }]);
    });

    it('are remembered for those who are deactivated, until they return', async () => {
      const project = await createProject(server);
      const { id: user, scimId } = await person();
      const switchTo = (active: boolean) =>
        server.scim.patch(`/Users/${scimId}`, { Operations: [{ op: 'replace', value: { active } }] });
      await switchTo(false);
      const given = await server.rest.post('/projects/roles/', { project, user, role: 'RE' });
      expect(given).toMatchObject({ status: 201, body: { project, user, role: 'RE' } });
      expect((await server.rest.get(`/projects/${project}/roles`)).body).toEqual([]);
      await switchTo(true);
      expect((await server.rest.get(`/projects/${project}/roles`)).body).toEqual([given.body]);
    });

    it('that a group gives are not taken manually', async () => {
      const project = await createProject(server);
      const { scimId } = await person();
      const group = await mapped(project, scimId, 'Reviewer');
      const [role] = (await server.rest.get(`/projects/${project}/roles`)).body;
      expect(role).toMatchObject({ role: 'RE', role_source: 'scim' });
      const refused = await server.rest.delete(`/projects/roles/${role.id}/`);
      expectRestError(refused, 400, ['id']);
      expect(JSON.stringify(refused.body)).toContain(group);
    });

    it('are refused with what cannot be', async () => {
      const project = await createProject(server);
      const { id: user } = await person();
      const post = (body: object) => server.rest.post('/projects/roles/', { project, user, role: 'RE', ...body });
      expectRestError(await post({ role: 'MA' }), 400, ['role']);
      expectRestError(await post({ role: 'Inherit' }), 400, ['role']);
      expectRestError(await post({ user: 999_999 }), 400, ['user']);
      expectRestError(await post({ user: ownerId }), 400, ['user']);
      expectRestError(await post({ project: 999_999 }), 400, ['project']);
      expectRestError(await server.rest.get('/projects/roles/?ids=x'), 400, ['ids']);
      expectRestError(await server.rest.get('/projects/999999/roles'), 404);
    });
  });
});
