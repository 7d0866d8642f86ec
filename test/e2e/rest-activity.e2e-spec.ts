import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { addMappings, createProject, createWorkspace, numberOf } from '../support/containers.js';
import { expectRestError } from '../support/expect-error.js';
import { createGroup, createUser, unique } from '../support/people.js';
import { createPerson, createTenant } from '../support/tenants.js';
import { startTestServer, type TestServer } from '../support/test-server.js';

describe('The activity log', () => {
  let server: TestServer;

  const log = async (query = '') => (await server.rest.get(`/activity-logs/?${query}`)).body;
  const actions = async (query: string) =>
    (await log(query)).data.map(({ extra_data }: { extra_data: { action: string } }) => extra_data.action);

  beforeAll(async () => {
    server = await startTestServer();
  });
  afterAll(() => server.close());

  it("tells who did what, when and from where, in LSE's shape", async () => {
    const { id: workspaceId } = await createWorkspace(server);
    const answer = await server.rest.patch(`/workspaces/${workspaceId}/`, { description: 'Lungs' });
    const [entry] = (await log()).data;
    expect(entry).toEqual({
      id: expect.any(Number),
      datetime: expect.stringMatching(/^\d{4}-.*Z$/),
      email: 'owner@example.com',
      ip_address: '127.0.0.1',
      request_method: 'PATCH',
      request_url: `/api/workspaces/${workspaceId}/`,
      project_id: null,
      organization_id: expect.any(Number),
      extra_data: {
        action: 'WorkspaceChanged',
        channel: 'rest',
        request_id: answer.headers.get('x-request-id'),
        details: expect.objectContaining({ workspaceId, fields: ['description'] }),
        access_changes: [],
        access_changes_count: 0,
      },
    });
  });

  it('tells whose access a push changed, from what to what, and through which group', async () => {
    const { title } = await createWorkspace(server);
    const project = await createProject(server);
    const user = await createUser(server.scim);
    const group = await createGroup(server.scim, unique('qa'));
    await addMappings(server, {
      roles_groups: [['Reviewer', group.displayName]],
      workspaces_groups: [[title, group.displayName]],
      projects_groups: [{ project_id: project, group: group.displayName, role: 'Annotator' }],
    });
    const add = { Operations: [{ op: 'add', path: 'members', value: [{ value: user.id }] }] };
    await server.scim.patch(`/Groups/${group.id}`, add);
    const { data } = await log('search=GroupMembersChanged');
    const who = { user: { id: await numberOf(server, user.id), email: user.userName } };
    const through = [`group ${group.displayName}`];
    expect(data[0].extra_data).toMatchObject({
      access_changes_count: 3,
      access_changes: [
        { ...who, kind: 'role', target: null, from: 'AN', to: 'RE', through },
        { ...who, kind: 'workspace', target: { title }, from: null, to: 'member', through },
        { ...who, kind: 'project', target: { id: project }, from: null, to: 'AN', through },
      ],
    });
  });

  it("does not mix requests that bear a client's one request id", async () => {
    const one = { 'x-request-id': 'always-the-same' };
    const [a, b] = [unique('a'), unique('b')].map((name) => `${name}@acme.test`);
    for (const email of [a, b]) {
      const { id } = (await server.rest.post('/users/', { email }, one)).body;
      await server.rest.patch('/organizations/0/memberships', { user_id: id, role: 'MA' }, one);
    }
    const { data } = await log('search=RoleSetByHand&page_size=2');
    const emails = data.map((entry: { extra_data: { access_changes: { user: { email: string } }[] } }) =>
      entry.extra_data.access_changes.map(({ user }) => user.email),
    );
    expect(emails).toEqual([[b], [a]]);
  });

  it('comes newest first, in pages that end empty, or whole', async () => {
    for (let count = 0; count < 3; count++) await createWorkspace(server);
    const whole = await log('page_size=-1');
    const ids = (entries: { id: number }[]) => entries.map(({ id }) => id);
    expect(ids(whole.data)).toEqual(ids(whole.data).toSorted((one, other) => other - one));
    expect(whole).toMatchObject({ recordsTotal: whole.data.length, recordsFiltered: whole.data.length });
    const second = await log('page=2&page_size=2');
    expect(ids(second.data)).toEqual(ids(whole.data).slice(2, 4));
    expect(await log('page=1000')).toMatchObject({ data: [], recordsTotal: whole.recordsTotal });
  });

  it('is searched by who, how, when, what and where', async () => {
    const { rest } = await createPerson(server, 'AD');
    const { id: user, email } = (await rest.get('/current-user/whoami')).body;
    const { body: workspace } = await rest.post('/workspaces/', { title: unique('Mine') });
    const project = (await rest.post('/projects/', { title: 'CT' })).body.id;
    await rest.delete(`/projects/${project}/`);
    expect(await actions(`user=${user}`)).toEqual(['ProjectDeleted', 'ProjectCreated', 'WorkspaceCreated']);
    expect(await actions(`user=${user}&method=DELETE`)).toEqual(['ProjectDeleted']);
    expect(await actions(`user=${user}&method=DELETE,PATCH&search=projects`)).toEqual(['ProjectDeleted']);
    expect(await actions(`search=${workspace.title.toUpperCase()}`)).toEqual(['WorkspaceCreated']);
    expect(await actions(`search=${email}&project=${project}`)).toEqual(['ProjectDeleted', 'ProjectCreated']);
    expect(await actions(`workspace=${workspace.id}`)).toEqual(['WorkspaceCreated']);
    const today = new Date().toISOString();
    expect(await actions(`user=${user}&start_date=${today.slice(0, 10)}&end_date=${today.slice(0, 10)}`)).toHaveLength(
      3,
    );
    expect(await actions(`user=${user}&start_date=${encodeURIComponent(today)}`)).toEqual([]);
    expect(await actions(`user=${user}&end_date=2020-01-01T00:00:00Z`)).toEqual([]);
    expect(await log(`user=${user}`)).toMatchObject({ recordsFiltered: 3, recordsTotal: expect.any(Number) });
  });

  it.each([
    ['user=ana', ['user']],
    ['method=BREW', ['method']],
    ['start_date=yesterday', ['start_date']],
    ['end_date=2026-13-01', ['end_date']],
    ['page=0', ['page']],
    ['page_size=10001', ['page_size']],
    ['page_size=0', ['page_size']],
    ['search=a%00b', ['search']],
  ])('refuses %s', async (query, fields) => {
    expectRestError(await server.rest.get(`/activity-logs/?${query}`), 400, fields);
  });

  it('is that of one organization', async () => {
    const other = await createTenant(server, 'owner@log.test');
    await other.rest.post('/workspaces/', { title: 'Elsewhere' });
    const { data, recordsTotal } = (await other.rest.get('/activity-logs')).body;
    expect(data).toHaveLength(recordsTotal);
    expect(data[0]).toMatchObject({ email: 'owner@log.test', organization_id: other.organizationId });
    expect(await actions('search=Elsewhere')).toEqual([]);
  });
});
