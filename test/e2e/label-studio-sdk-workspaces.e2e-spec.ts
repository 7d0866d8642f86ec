import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { expectModel, models } from '../support/label-studio-models.js';
import { LabelStudioSdk } from '../support/label-studio-sdk.js';
import { unique } from '../support/people.js';
import { OWNER_TOKEN, startTestServer, type TestServer } from '../support/test-server.js';

describe.each(['as sent', 'the other way'] as const)('Workspaces through the SDK of LSE, slashes %s', (slashes) => {
  let server: TestServer;
  let sdk: LabelStudioSdk;
  let users: number[];

  beforeAll(async () => {
    server = await startTestServer();
    sdk = new LabelStudioSdk(server.rest, OWNER_TOKEN, slashes);
    users = [];
    for (const name of ['ana', 'bo', 'cy'])
      users.push((await sdk.post('users/', { email: `${name}@acme.test`, username: name })).body.id);
  });
  afterAll(() => server.close());

  async function aWorkspace(): Promise<{ readonly id: number; readonly title: string; readonly members: string }> {
    const { status, body } = await sdk.post('workspaces/', { title: unique('Radiology') });
    expect(status).toBe(201);
    return { ...body, members: `workspaces/${body.id}/memberships/` };
  }

  it('create, with all fields and with the title alone', async () => {
    const fields = { title: unique('Radiology'), description: 'CT', color: '#ff0000', is_archived: false };
    const whole = await sdk.post('workspaces/', { ...fields, is_personal: false });
    expectModel(whole.body, models.workspace);
    expect(whole).toMatchObject({ status: 201, body: { ...fields, is_personal: false } });
    const least = await sdk.post('workspaces/', { title: unique('Radiology') });
    expectModel(least.body, models.workspace);
    expect(least.status).toBe(201);
  });

  it('list, an array', async () => {
    const { id } = await aWorkspace();
    const all = { include_all_workspaces: true, is_archived: false, is_personal: false };
    for (const params of [{}, { ...all, ordering: 'title' }, { ordering: '-created_at' }]) {
      const { status, body } = await sdk.get('workspaces/', params);
      expectModel(body, models.workspaces);
      expect(status).toBe(200);
      expect(body).toContainEqual(expect.objectContaining({ id }));
    }
  });

  it('list, of personal workspaces alone: there are none', async () => {
    await aWorkspace();
    expect((await sdk.get('workspaces/', { is_personal: true })).body).toEqual([]);
  });

  it('list, in the order of creation', async () => {
    const ids = [(await aWorkspace()).id, (await aWorkspace()).id];
    const listed = async (ordering: string): Promise<number[]> =>
      (await sdk.get('workspaces/', { ordering })).body.map(({ id }: { id: number }) => id);
    expect((await listed('created_at')).slice(-2)).toEqual(ids);
    expect((await listed('-created_at')).slice(0, 2)).toEqual(ids.reverse());
  });

  it('get, update and delete', async () => {
    const { id } = await aWorkspace();
    const path = `workspaces/${id}/`;
    expectModel((await sdk.get(path)).body, models.workspace);
    const changed = await sdk.patch(path, { title: unique('Pathology'), color: null, is_personal: false });
    expectModel(changed.body, models.workspace);
    expect(changed).toMatchObject({ status: 200, body: { id, color: null } });
    expect((await sdk.delete(path)).status).toBe(204);
    expect((await sdk.get(path)).status).toBe(404);
  });

  it('members.create, list and delete', async () => {
    const { id, members } = await aWorkspace();
    const [user] = users;
    for (const json of [{ user }, { user, workspace: id }]) {
      const { status, body } = await sdk.post(members, json);
      expectModel(body, models.workspaceMember);
      expect({ status, body }).toEqual({ status: 200, body: { user, workspace: id } });
    }
    const listed = await sdk.get(members);
    expectModel(listed.body, models.workspaceMembers);
    expect(listed.body).toMatchObject([{ workspace: id, user: { id: user } }]);
    expect((await sdk.delete(members, { user_id: user })).status).toBe(204);
    expect((await sdk.get(members)).body).toEqual([]);
  });

  it.each(['user', 'user_id'])(
    'members.delete, with %s in a body, as versions without a parameter need it',
    async (key) => {
      const { members } = await aWorkspace();
      await sdk.post(members, { user: users[0] });
      expect((await sdk.delete(members, {}, { [key]: users[0] })).status).toBe(204);
      expect((await sdk.get(members)).body).toEqual([]);
    },
  );

  it('members.paginated.list: the pager ends at an empty page', async () => {
    const { members } = await aWorkspace();
    for (const user of users) await sdk.post(members, { user });
    const all = await sdk.pages(`${members}paginated/`);
    expectModel(all.items, models.users);
    expect({ ...all, items: all.items.map(({ id }) => id) }).toEqual({ items: users, requests: 2 });
    const some = { ids: users.slice(1).join(','), search: 'ACME', page_size: 1 };
    const { items, requests } = await sdk.pages(`${members}paginated/`, some);
    expect({ items: items.map(({ id }) => id), requests }).toEqual({ items: users.slice(1), requests: 3 });
  });

  it('members.bulk.post and delete', async () => {
    const { members } = await aWorkspace();
    const bulk = `${members}bulk/`;
    const added = await sdk.post(bulk, { all: false, included: users });
    expectModel(added.body, models.assignments);
    expect(added).toMatchObject({ status: 200, body: { assignments: 3 } });
    const one = await sdk.delete(bulk, { all: false, included: `${users[0]},${users[1]}`, excluded: `${users[1]}` });
    expectModel(one.body, models.unassignments);
    expect(one).toMatchObject({ status: 200, body: { unassignments: 1 } });
    const rest = await sdk.delete(bulk, { all: true, excluded: `${users[2]}`, search: 'bo@' });
    expect(rest.body).toEqual({ unassignments: 1 });
    const last = await sdk.delete(bulk, {}, { all: false, included: [users[2]] });
    expect(last).toMatchObject({ status: 200, body: { unassignments: 1 } });
    const everybody = await sdk.post(bulk, { all: true, excluded: [1, users[0]] });
    expect(everybody.body).toEqual({ assignments: 2 });
  });

  it.each(['tags', 'last_activity__lte'])(
    'members.bulk.delete, never of everybody for a filter by %s',
    async (filter) => {
      const { members } = await aWorkspace();
      await sdk.post(members, { user: users[0] });
      const { status, body } = await sdk.delete(`${members}bulk/`, { all: true, [filter]: '2020-01-01' });
      expect({ status, fields: Object.keys(body.validation_errors) }).toEqual({ status: 400, fields: [filter] });
      expect((await sdk.get(members)).body).toHaveLength(1);
    },
  );

  it('projects.add, list and remove', async () => {
    const { id } = await aWorkspace();
    const project = (await sdk.post('projects/', { title: 'Chest X-ray' })).body.id;
    const path = `workspaces/${id}/projects/`;
    expect((await sdk.post(path, { project })).status).toBe(201);
    const listed = await sdk.get(path);
    expectModel(listed.body, models.projects);
    expect(listed.body).toMatchObject([{ id: project, workspace: id }]);
    expect((await sdk.delete(path, { project })).status).toBe(204);
    await sdk.post(path, { project });
    expect((await sdk.delete(path, {}, { project })).status).toBe(204);
    expect((await sdk.get(path)).body).toEqual([]);
  });

  it('refuses to delete a workspace that holds projects', async () => {
    const { id } = await aWorkspace();
    await sdk.post('projects/', { title: 'Chest X-ray', workspace: id });
    expect((await sdk.delete(`workspaces/${id}/`)).status).toBe(400);
  });
});
