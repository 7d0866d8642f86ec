import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { expectModel, models } from '../support/label-studio-models.js';
import { LabelStudioSdk } from '../support/label-studio-sdk.js';
import { unique } from '../support/people.js';
import { OWNER_TOKEN, startTestServer, type TestServer } from '../support/test-server.js';

/** Every field that the 0.x models require; unlike the newest SDK they accept no null instead. */
const USER = {
  id: 'int',
  username: 'str',
  email: 'str',
  first_name: 'str',
  last_name: 'str',
  initials: 'str',
  phone: 'str',
  active_organization: 'int?',
} as const;
const WORKSPACE = { id: 'int', title: 'str', color: 'str', is_personal: 'bool', created_by: 'int' } as const;

describe('The 0.x SDK of LSE', () => {
  let server: TestServer;
  let sdk: LabelStudioSdk;

  beforeAll(async () => {
    server = await startTestServer();
    sdk = new LabelStudioSdk(server.rest, OWNER_TOKEN);
  });
  afterAll(() => server.close());

  async function aUser(): Promise<number> {
    const email = `${unique('ana')}@acme.test`;
    const { status, body } = await sdk.post('users', {
      username: email,
      email,
      first_name: 'Ana',
      last_name: 'Ito',
      phone: '',
    });
    expectModel(body, USER);
    expect(status).toBe(201);
    return body.id;
  }

  it('finds the calls of LSE here, workspaces among them', async () => {
    const { status, body } = await sdk.get('version');
    expect(status).toBe(200);
    expect(Object.keys(body)).toContain('label-studio-enterprise-backend');
  });

  it('asks who it is, and for its organization', async () => {
    const { active_organization } = (await sdk.get('current-user/whoami')).body;
    const { status, body } = await sdk.get(`organizations/${active_organization}`);
    expectModel(body, models.organization);
    expect(status).toBe(200);
  });

  it('creates users, lists them and sets their roles', async () => {
    const user_id = await aUser();
    const listed = await sdk.get('users');
    for (const user of listed.body) expectModel(user, USER);
    const set = await sdk.patch('organizations/1/memberships', { user_id, role: 'RE' });
    expect(set).toMatchObject({ status: 200, body: { role: 'RE', user: { id: user_id } } });
  });

  it('is told that a user exists in words that it looks for', async () => {
    const { email } = (await sdk.get(`users/${await aUser()}`)).body;
    const { status, body } = await sdk.post('users', {
      username: email,
      email,
      first_name: 'x',
      last_name: 'y',
      phone: '',
    });
    expect(status).toBe(400);
    expect(JSON.stringify(body)).toContain('already exists');
  });

  it('lists workspaces, also those that a mapping made, and changes who is in them', async () => {
    await sdk.post('workspaces', { title: 'Radiology' });
    await sdk.post('scim/settings', { workspaces_groups: [['Pathology', 'acme-pathology']] });
    const { body: workspaces } = await sdk.get('workspaces');
    expect(workspaces).toHaveLength(2);
    for (const workspace of workspaces) expectModel(workspace, WORKSPACE);
    const member = { workspace: workspaces[0].id, user: await aUser() };
    const path = `workspaces/${member.workspace}/memberships`;
    expect(await sdk.post(path, member)).toMatchObject({ status: 200, body: member });
    expect((await sdk.delete(path, {}, member)).status).toBe(204);
  });

  it('lists all projects at once, and changes who is in one', async () => {
    const { id } = (await sdk.post('projects', { title: 'Chest X-ray', label_config: '<View></View>' })).body;
    const { status, body } = await sdk.get('projects', { page_size: 10_000_000 });
    expect({ status, ids: body.results.map((project: { id: number }) => project.id) }).toEqual({
      status: 200,
      ids: [id],
    });
    const user = await aUser();
    expect((await sdk.post(`projects/${id}/members`, { user })).status).toBe(201);
    const members = await sdk.get(`projects/${id}/members`);
    for (const member of members.body) expectModel(member, USER);
    expect(members.body).toContainEqual(expect.objectContaining({ id: user }));
    expect((await sdk.delete(`projects/${id}/`)).status).toBe(204);
  });
});

describe('Bodies that are forms, as LSE takes them', () => {
  let server: TestServer;

  beforeAll(async () => {
    server = await startTestServer();
  });
  afterAll(() => server.close());

  async function send(method: string, path: string, fields: Record<string, string>) {
    const headers = {
      'content-type': 'application/x-www-form-urlencoded',
      authorization: `Token ${OWNER_TOKEN}`,
    };
    return server.rest.send(method, path, { body: new URLSearchParams(fields).toString(), headers });
  }

  it('make users, workspaces and projects, and put people into them', async () => {
    const user = (await send('POST', '/users/', { email: 'ana@acme.test', first_name: 'Ana' })).body.id;
    const workspace = (await send('POST', '/workspaces/', { title: 'Radiology', is_archived: 'false' })).body.id;
    const project = await send('POST', '/projects/', { title: 'Hip', workspace: `${workspace}`, is_published: 'true' });
    expect(project).toMatchObject({ status: 201, body: { workspace, is_published: true } });
    const members = `/workspaces/${workspace}/memberships/`;
    const statuses = [
      await send('POST', members, { user: `${user}`, workspace: `${workspace}` }),
      await send('DELETE', members, { user: `${user}` }),
      await send('POST', `${members}bulk/`, { all: 'false', included: `${user}` }),
      await send('DELETE', `${members}bulk/`, { all: 'true', excluded: '1' }),
      await send('POST', `/projects/${project.body.id}/members/`, { user: `${user}` }),
      await send('DELETE', `/projects/${project.body.id}/members/`, { user: `${user}` }),
      await send('POST', '/projects/roles/', { project: `${project.body.id}`, user: `${user}`, role: 'RE' }),
      await send('PATCH', `/users/${user}/`, { first_name: 'Una' }),
      await send('PATCH', '/current-user', { last_name: 'Lee' }),
      await send('PATCH', '/organizations/0/memberships', { user_id: `${user}`, role: 'MA' }),
      await send('PATCH', '/organizations/0', { title: 'Acme', seat_limit: '' }),
      await send('PATCH', '/organizations/0/set-default-role', { default_role: 'AN' }),
    ].map(({ status }) => status);
    expect(statuses).toEqual([200, 204, 200, 200, 201, 204, 201, 200, 200, 200, 200, 200]);
  });
});
