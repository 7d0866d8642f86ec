import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { sql } from 'kysely';
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
        action: 'workspace.changed',
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
    const { data } = await log('search=group.members-changed');
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
    const { data } = await log('search=role.set-manually&page_size=2');
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
    expect(await actions(`user=${user}`)).toEqual(['project.deleted', 'project.created', 'workspace.created']);
    expect(await actions(`user=${user}&method=DELETE`)).toEqual(['project.deleted']);
    expect(await actions(`user=${user}&method=DELETE,PATCH&search=projects`)).toEqual(['project.deleted']);
    expect(await actions(`search=${workspace.title.toUpperCase()}`)).toEqual(['workspace.created']);
    expect(await actions(`search=${email}&project=${project}`)).toEqual(['project.deleted', 'project.created']);
    expect(await actions(`workspace=${workspace.id}`)).toEqual(['workspace.created']);
    const today = new Date().toISOString();
    expect(await actions(`user=${user}&start_date=${today.slice(0, 10)}&end_date=${today.slice(0, 10)}`)).toHaveLength(
      3,
    );
    expect(await actions(`user=${user}&start_date=${encodeURIComponent(today)}`)).toEqual([]);
    expect(await actions(`user=${user}&end_date=2020-01-01T00:00:00Z`)).toEqual([]);
    expect(await log(`user=${user}`)).toMatchObject({ recordsFiltered: 3, recordsTotal: expect.any(Number) });
  });

  it('has by action what was done, whatever else the words are in', async () => {
    await server.rest.post('/workspaces/', { title: 'workspace.changed' });
    const one = await actions('action=workspace.created');
    expect(new Set(one)).toEqual(new Set(['workspace.created']));
    const both = await actions('action=workspace.created,project.deleted');
    expect(new Set(both)).toEqual(new Set(['workspace.created', 'project.deleted']));
  });

  it('has what one request did, by the id in its answer, and nothing of its neighbours', async () => {
    const first = await server.rest.post('/workspaces/', { title: unique('One') });
    await server.rest.post('/workspaces/', { title: unique('Other') });
    const id = first.headers.get('x-request-id') ?? '';
    const { data, recordsFiltered } = await log(`request_id=${id}`);
    expect(recordsFiltered).toBe(1);
    expect(data[0].extra_data).toMatchObject({ action: 'workspace.created', request_id: id });
    expect(await actions('request_id=no-request-has-this-id')).toEqual([]);
  });

  describe('of one user', () => {
    let ana: number;
    let kim: number;

    beforeAll(async () => {
      const users = [await createUser(server.scim), await createUser(server.scim)] as const;
      [ana, kim] = [await numberOf(server, users[0].id), await numberOf(server, users[1].id)];
      const group = await createGroup(server.scim, unique('pair'), users);
      await addMappings(server, { roles_groups: [['Manager', group.displayName]] });
      await server.rest.patch(`/users/${kim}/`, { first_name: 'Kimberley' });
      await server.rest.post('/workspaces/', { title: unique('Nobody’s') });
    });

    it('has what changed their access and what names them, and nothing else', async () => {
      const both = ['mappings.changed', 'group.members-changed', 'user.created'];
      expect(await actions(`affected_user=${ana}`)).toEqual(both);
      expect(await actions(`affected_user=${kim}`)).toEqual(['user.changed', ...both]);
      expect(await actions(`affected_user=${kim}&action=user.changed,user.created`)).toEqual([
        'user.changed',
        'user.created',
      ]);
      expect(await actions('affected_user=999999')).toEqual([]);
    });

    it('shows of the changes of access theirs alone', async () => {
      const { data } = await log(`affected_user=${kim}&action=mappings.changed`);
      expect(data[0].extra_data).toMatchObject({
        access_changes_count: 1,
        access_changes: [{ user: { id: kim }, kind: 'role', from: 'AN', to: 'MA' }],
      });
    });

    it('finds them among several who were added or removed manually', async () => {
      const { id } = await createWorkspace(server);
      const included = [ana, kim];
      await server.rest.post(`/workspaces/${id}/memberships/bulk/`, { included });
      await server.rest.delete(`/workspaces/${id}/memberships/bulk/?included=${ana}`);
      const byHand = 'action=workspace.members-changed';
      expect((await log(`affected_user=${ana}&${byHand}`)).recordsFiltered).toBe(2);
      expect((await log(`affected_user=${kim}&${byHand}`)).recordsFiltered).toBe(1);
    });
  });

  describe('as a file', () => {
    const HEADER = 'time,who,action,channel,user,kind,target,from,to,reason,through,request_id';
    const file = async (query: string) => (await server.rest.get(`/activity-logs/export?${query}`)).body as string;
    /** The lines without their time and request id. */
    const lines = async (query: string) => {
      const [header, ...rest] = (await file(query)).split('\r\n');
      expect(header).toBe(HEADER);
      expect(rest.pop()).toBe('');
      return rest.map((line) => line.slice(line.indexOf(',') + 1, line.lastIndexOf(',')));
    };

    it('is a CSV file to download', async () => {
      const { headers, body } = await server.rest.get('/activity-logs/export?search=nothing-like-it');
      expect(headers.get('content-type')).toBe('text/csv; charset=utf-8');
      expect(headers.get('content-disposition')).toBe('attachment; filename="activity.csv"');
      expect(body).toBe(`${HEADER}\r\n`);
    });

    it('has a line for each change of access beside what brought it about, and one for what changed none', async () => {
      const { title } = await createWorkspace(server);
      const user = await createUser(server.scim);
      const name = `${unique('=cmd')}, "quoted"`;
      await addMappings(server, { roles_groups: [['Reviewer', name]], workspaces_groups: [[title, name]] });
      const start = encodeURIComponent(new Date().toISOString());
      await createGroup(server.scim, name, [user]);
      await server.rest.patch('/organizations/0', { title: 'Acme' });
      const who = 'owner@example.com';
      const through = '"group ' + name.replaceAll('"', '""') + '"';
      expect(await lines(`start_date=${start}`)).toEqual([
        `${who},organization.changed,rest,,,,,,,`,
        `${who},group.members-changed,scim,${user.userName},role,,AN,RE,,${through}`,
        `${who},group.members-changed,scim,${user.userName},workspace,${title},,member,,${through}`,
        `${who},group.created,scim,,,,,,,`,
      ]);
    });

    it('defuses what a spreadsheet would run', async () => {
      const title = '=HYPERLINK("http://x.test")';
      const { body: workspace } = await server.rest.post('/workspaces/', { title });
      const user = await createUser(server.scim);
      const start = encodeURIComponent(new Date().toISOString());
      await server.rest.post(`/workspaces/${workspace.id}/memberships/`, { user: await numberOf(server, user.id) });
      const [line] = await lines(`start_date=${start}`);
      expect(line).toContain(`,workspace,"'=HYPERLINK(""http://x.test"")",,member,,by hand`);
    });

    it('has every change once, in batches, of entries with thousands of them too', async () => {
      const other = await createTenant(server, 'owner@thousands.test');
      await server.database.rows(sql`
        insert into users (organization_id, scim_id, user_name, user_name_key)
        select ${other.organizationId}::integer, gen_random_uuid(), 'u' || n, 'u' || n from generate_series(1, 2600) as g (n)`);
      await server.database.rows(sql`
        with entries as (
          insert into activity_entries (organization_id, occurred_at, channel, request_id, action)
          select ${other.organizationId}::integer, now() - n * interval '1 hour', 'scim', 'batch-' || n, 'mappings.changed'
            from generate_series(1, 2) as g (n) returning occurred_at, request_id)
        insert into access_changes (organization_id, user_id, kind, previous, current, request_id, created_at)
        select u.organization_id, u.id, 'role', 'AN', 'RE', e.request_id, e.occurred_at
          from entries e, users u where u.organization_id = ${other.organizationId} and u.user_name like 'u%'`);
      const { body } = await other.rest.get('/activity-logs/export?action=mappings.changed');
      const changes = [...body.matchAll(/mappings\.changed,scim,(u\d+),role,,AN,RE,,,(batch-\d)\r\n/g)];
      const distinct = new Set(changes.map(([, user, request]) => `${request} ${user}`));
      expect([body.split('\r\n').length, changes.length, distinct.size]).toEqual([5202, 5200, 5200]);
      expect([changes[0]?.[2], changes[2599]?.[2], changes[2600]?.[2]]).toEqual(['batch-1', 'batch-1', 'batch-2']);
    });

    it('takes the filters of the log, and refuses what it refuses', async () => {
      const user = await createUser(server.scim);
      await createGroup(server.scim, unique('x'), [user]);
      const affected = await lines(`affected_user=${await numberOf(server, user.id)}`);
      expect(affected.map((line) => line.split(',')[1])).toEqual(['group.members-changed', 'user.created']);
      expectRestError(await server.rest.get('/activity-logs/export?action=Nothing'), 400, ['action']);
    });
  });

  it.each([
    ['affected_user=ana', ['affected_user']],
    ['action=workspace.created,Nothing', ['action']],
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
