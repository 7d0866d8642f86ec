import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { expectModel, models } from '../support/label-studio-models.js';
import { LabelStudioSdk } from '../support/label-studio-sdk.js';
import { OWNER_TOKEN, startTestServer, type TestServer } from '../support/test-server.js';

describe.each(['as sent', 'the other way'] as const)('Projects through the SDK of LSE, slashes %s', (slashes) => {
  let server: TestServer;
  let sdk: LabelStudioSdk;
  let users: number[];
  let workspace: number;

  beforeAll(async () => {
    server = await startTestServer();
    sdk = new LabelStudioSdk(server.rest, OWNER_TOKEN, slashes);
    users = [];
    for (const name of ['ana', 'bo', 'cy'])
      users.push((await sdk.post('users/', { email: `${name}@acme.test`, username: name })).body.id);

    workspace = (await sdk.post('workspaces/', { title: 'Radiology' })).body.id;
  });
  afterAll(() => server.close());

  const idsOf = (items: { readonly id: number }[]) => items.map(({ id }) => id);

  async function aProject(fields: object = {}): Promise<{ readonly id: number; readonly members: string }> {
    const { status, body } = await sdk.post('projects/', { title: 'Chest X-ray', ...fields });
    expect(status).toBe(201);
    return { id: body.id, members: `projects/${body.id}/members/` };
  }

  it('create, with fields that only LSE has; it says who created it', async () => {
    const fields = { title: 'Chest X-ray', description: 'CT', color: '#00ff00', workspace, is_published: true };
    const others = {
      label_config: '<View></View>',
      is_draft: false,
      show_instruction: true,
      sampling: 'Uniform sampling',
    };
    const { status, body } = await sdk.post('projects/', { ...fields, ...others });
    expectModel(body, models.project);
    expect(status).toBe(201);
    const created_by = {
      id: 1,
      username: 'owner@example.com',
      email: 'owner@example.com',
      first_name: 'Rolecall',
      last_name: 'Owner',
    };
    expect(body).toMatchObject({ ...fields, workspace_title: 'Radiology', created_by });
  });

  it('list: the pager ends at an empty page', async () => {
    const { id: first } = await aProject();
    const { id: second } = await aProject();
    const { items } = await sdk.pages('projects/', { page_size: 1 });
    expectModel(items, models.projects);
    expect(idsOf(items)).toEqual(expect.arrayContaining([first, second]));
    const past = await sdk.get('projects/', { page: 99_999 });
    expectModel(past.body, models.projectPage);
    expect(past).toMatchObject({ status: 200, body: { results: [] } });
  });

  it('list, with every parameter that the SDK has', async () => {
    const { id } = await aProject({ title: 'Knee', workspace });
    const filters = { ids: `${id}`, search: 'kNEE', title: 'Kne', workspaces: [workspace, 999], archived: false };
    const display = { filter: 'all', include: 'id,title', members_limit: 3, state: 'any', ordering: '-updated_at' };
    const { items, requests } = await sdk.pages('projects/', { ...filters, ...display });
    expect({ ids: idsOf(items), requests }).toEqual({ ids: [id], requests: 2 });
  });

  it('list, of archived projects alone: there are none', async () => {
    await aProject();
    expect((await sdk.pages('projects/', { archived: true })).items).toEqual([]);
  });

  it('get, update and delete', async () => {
    const { id } = await aProject();
    const path = `projects/${id}/`;
    expectModel((await sdk.get(path, { members_limit: 1 })).body, models.project);
    const changed = await sdk.patch(path, { title: 'Hip', workspace, is_published: true, maximum_annotations: 2 });
    expectModel(changed.body, models.project);
    expect(changed).toMatchObject({ status: 200, body: { id, title: 'Hip', workspace, is_published: true } });
    expect((await sdk.delete(path)).status).toBe(204);
    expect((await sdk.get(path)).status).toBe(404);
  });

  describe('members', () => {
    it('add, get and remove', async () => {
      const { members } = await aProject();
      const [user] = users;
      const added = await sdk.post(members, { user });
      expectModel(added.body, models.projectMember);
      expect(added).toMatchObject({ status: 201, body: { user } });
      const listed = await sdk.get(members, { user_ids: `${user}` });
      expectModel(listed.body, models.users);
      expect(idsOf(listed.body)).toEqual([user]);
      expect((await sdk.delete(members, { user })).status).toBe(204);
      await sdk.post(members, { user });
      expect((await sdk.delete(members, {}, { user })).status).toBe(204);
      expect(idsOf((await sdk.get(members)).body)).not.toContain(user);
    });

    it('paginated.list: the pager ends at an empty page', async () => {
      const { members } = await aProject();
      for (const user of users) await sdk.post(members, { user });
      const { items } = await sdk.pages(`${members}paginated/`, { page_size: 2 });
      expectModel(items, models.projectMembers);
      expect(idsOf(items)).toEqual([1, ...users]);
      const filters = {
        implicit: false,
        role: 'AN,RE',
        search: 'acme',
        ids: users.slice(1).join(','),
        user_type: 'standard',
      };
      const some = await sdk.pages(`${members}paginated/`, { ...filters, ordering: '-email', with_deleted: false });
      expect({ ids: idsOf(some.items), requests: some.requests }).toEqual({
        ids: users.slice(1).reverse(),
        requests: 2,
      });
    });

    it('paginated.list, without annotators', async () => {
      const { id, members } = await aProject();
      for (const user of users) await sdk.post(members, { user });
      await sdk.post('projects/roles/', { project: id, user: users[0], role: 'RE' });
      const { items } = await sdk.pages(`${members}paginated/`, { no_annotators: true });
      expect(idsOf(items)).toEqual([1, users[0]]);
    });

    it.each([
      ['tags', '1,2'],
      ['last_activity__gte', '2020-01-01T00:00:00Z'],
      ['user_type', 'viewonly'],
    ])('are not listed as if a filter by %s were not there', async (filter, value) => {
      const { members } = await aProject();
      const { status, body } = await sdk.get(`${members}paginated/`, { [filter]: value });
      expect({ status, fields: Object.keys(body.validation_errors) }).toEqual({ status: 400, fields: [filter] });
    });

    it('bulk.post and delete', async () => {
      const { id, members } = await aProject();
      const bulk = `${members}bulk/`;
      const roles = [{ user_id: users[1], role: 'RE' }];
      const added = await sdk.post(bulk, { all: false, included: [1, ...users], roles });
      expectModel(added.body, models.projectAssignments);
      expect(added).toMatchObject({ status: 200, body: { assignments: 3, skipped_user_ids: [1] } });
      expect((await sdk.get(`projects/${id}/roles`)).body).toMatchObject([{ user: users[1], role: 'RE' }]);
      const one = await sdk.delete(bulk, { all: false, included: `${users[0]}` });
      expectModel(one.body, models.unassignments);
      expect(one).toMatchObject({ status: 200, body: { unassignments: 1 } });
      const others = await sdk.delete(bulk, { all: true, role: 'AN', search: 'acme', user_type: 'standard' });
      expect(others.body).toEqual({ unassignments: 2 });
      const filters = { role: 'AN,RE', search: 'bo@', user_type: 'standard' };
      const found = await sdk.post(bulk, { all: true, excluded: [users[0]] }, filters);
      expect(found.body).toMatchObject({ assignments: 1 });
    });

    it('bulk.delete, never of everybody for a filter by tags', async () => {
      const { members } = await aProject();
      await sdk.post(members, { user: users[0] });
      expect((await sdk.delete(`${members}bulk/`, { all: true, tags: '1' })).status).toBe(400);
      expect((await sdk.post(`${members}bulk/`, { all: true }, { tags: '1' })).status).toBe(400);
      expect(idsOf((await sdk.get(members)).body)).toEqual([1, users[0]]);
    });
  });

  it('roles.add, get, list and remove', async () => {
    const { id } = await aProject();
    const [user] = users;
    const added = await sdk.post('projects/roles/', { project: id, user, role: 'RE' });
    expectModel(added.body, models.projectRole);
    expect(added).toMatchObject({ status: 201, body: { project: id, user, role: 'RE', role_source: 'manual' } });
    const listed = await sdk.get(`projects/${id}/roles`);
    expectModel(listed.body, models.projectRoles);
    expect(listed.body).toEqual([added.body]);
    const own = await sdk.get('projects/roles/', { ids: `${id},999`, ordering: 'id' });
    expectModel(own.body, models.projectRoles);
    expect(own).toMatchObject({ status: 200, body: [] });
    expect((await sdk.get('projects/roles/', { ids: 'one,two' })).status).toBe(400);
    expect((await sdk.delete(`projects/roles/${added.body.id}/`)).status).toBe(204);
    expect((await sdk.get(`projects/${id}/roles`)).body).toEqual([]);
  });
});
