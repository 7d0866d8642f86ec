import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { sql } from 'kysely';
import { expectScimError } from '../support/expect-error.js';
import { accessOf, aGroup, createGroup, createUser, memberIds, unique } from '../support/people.js';
import { startTestServer, type TestServer } from '../support/test-server.js';

describe('Renaming a group to the name of a placeholder', () => {
  let server: TestServer;

  beforeAll(async () => {
    server = await startTestServer();
  });
  afterAll(() => server.close());

  const save = (settings: object) => server.rest.post('/scim/settings', settings);
  const rename = (id: string, displayName: string) =>
    server.scim.patch(`/Groups/${id}`, { Operations: [{ op: 'replace', path: 'displayName', value: displayName }] });
  const named = async (name: string) =>
    (await server.scim.get(`/Groups?filter=${encodeURIComponent(`displayName eq "${name}"`)}`)).body.Resources;
  /** A group with a member, and the name of a placeholder. */
  const arrange = async (role = 'Reviewer') => {
    const user = await createUser(server.scim);
    const [group, placeholder] = [await createGroup(server.scim, unique('team'), [user]), unique('placeholder')];
    await save({ roles_groups: [[role, placeholder]], workspaces_groups: [], projects_groups: [] });
    const [{ id: placeholderId }] = await named(placeholder);
    return { user, group, placeholder, placeholderId };
  };

  it('takes it over: its mappings, and its name as the identity provider spells it', async () => {
    const { user, group, placeholder, placeholderId } = await arrange();
    expect((await accessOf(server, user.userName)).role).toBe('AN');
    expect((await rename(group.id, placeholder.toUpperCase())).status).toBe(204);
    expect((await accessOf(server, user.userName)).role).toBe('RE');
    expect((await named(placeholder)).map(({ id }: { id: string }) => id)).toEqual([group.id]);
    expect((await server.rest.get('/scim/settings')).body.roles_groups).toEqual([
      ['Reviewer', placeholder.toUpperCase()],
    ]);
    expectScimError(await server.scim.get(`/Groups/${placeholderId}`), 404);
  });

  it('works by PUT as well, and the version moves by one', async () => {
    const { user, group, placeholder } = await arrange();
    const body = aGroup({ displayName: placeholder, members: [{ value: user.id }] });
    const before = (await server.scim.get(`/Groups/${group.id}`)).body.meta.version;
    const { status, body: replaced } = await server.scim.put(`/Groups/${group.id}`, body, { 'if-match': before });
    expect([status, replaced.displayName]).toEqual([200, placeholder]);
    expect([before, replaced.meta.version]).toEqual(['W/"1"', 'W/"2"']);
    expect((await accessOf(server, user.userName)).role).toBe('RE');
  });

  it('looks at members once, as they are when all of the request is done', async () => {
    const { user: leaver, group, placeholder } = await arrange();
    const joiner = await createUser(server.scim);
    const answer = await server.scim.put(
      `/Groups/${group.id}`,
      aGroup({ displayName: placeholder, members: [{ value: joiner.id }] }),
    );
    expect(answer.status).toBe(200);
    expect(await accessOf(server, leaver.userName)).toMatchObject({ role: 'AN', role_source: 'default' });
    expect(await accessOf(server, joiner.userName)).toMatchObject({ role: 'RE', role_source: 'scim' });
  });

  it('keeps the more elevated role, and each of several mappings, in the settings', async () => {
    const { group, placeholder } = await arrange('Manager');
    const project = (await server.rest.post('/projects/', { title: unique('project') })).body.id;
    const inProject = (name: string, role: string) => ({ project_id: project, group: name, role });
    await save({
      roles_groups: [
        ['Annotator', group.displayName],
        ['Manager', placeholder],
      ],
      workspaces_groups: [
        ['Radiology', group.displayName],
        ['Radiology', placeholder],
        ['Surgery', placeholder],
      ],
      projects_groups: [inProject(group.displayName, 'Annotator'), inProject(placeholder, 'Inherit')],
    });
    await rename(group.id, placeholder);
    const { body } = await server.rest.get('/scim/settings');
    expect(body.roles_groups).toEqual([['Manager', placeholder]]);
    expect(body.workspaces_groups).toEqual([
      ['Radiology', placeholder],
      ['Surgery', placeholder],
    ]);
    expect(body.projects_groups).toEqual([inProject(placeholder, 'Annotator'), inProject(placeholder, 'Inherit')]);
    expect((await server.rest.post('/provisioning/reconcile?dry_run=true', {})).body.drift).toBe(0);
  });

  it('is written down', async () => {
    const { group, placeholder } = await arrange();
    const answer = await rename(group.id, placeholder);
    const entries = await server.database.rows(sql`
      select action from activity_entries where request_id = ${answer.headers.get('x-request-id')} order by action`);
    expect(entries).toEqual([
      { action: 'group.placeholder-absorbed' },
      { action: 'group.renamed' },
      { action: 'mappings.changed' },
    ]);
  });

  it('changes nothing where the request is refused otherwise', async () => {
    const { group, placeholder, placeholderId } = await arrange();
    const body = aGroup({ displayName: placeholder, members: [{ value: '0198c0de-0000-7000-8000-000000000000' }] });
    expectScimError(await server.scim.put(`/Groups/${group.id}`, body), 400, 'invalidValue');
    expectScimError(
      await server.scim.put(`/Groups/${group.id}`, aGroup({ displayName: placeholder }), { 'if-match': 'W/"7"' }),
      412,
    );
    expect((await named(placeholder)).map(({ id }: { id: string }) => id)).toEqual([placeholderId]);
    expect((await named(group.displayName)).map(({ id }: { id: string }) => id)).toEqual([group.id]);
  });

  it('is still refused for the name of a group that was pushed', async () => {
    const { group } = await arrange();
    const other = await createGroup(server.scim);
    expectScimError(await rename(group.id, other.displayName.toUpperCase()), 409, 'uniqueness');
  });

  it('happens once, and loses no member, when many write at the same time', async () => {
    const { placeholder, group } = await arrange();
    const users = await Promise.all(Array.from({ length: 6 }, () => createUser(server.scim)));
    const rivals = await Promise.all(Array.from({ length: 3 }, () => createGroup(server.scim)));
    const answers = await Promise.all([
      ...[group, ...rivals].map(({ id }) => rename(id, placeholder)),
      ...users.map(({ id }) =>
        server.scim.patch(`/Groups/${group.id}`, {
          Operations: [{ op: 'add', path: 'members', value: [{ value: id }] }],
        }),
      ),
    ]);
    expect(answers.map(({ status }) => status).sort()).toEqual([...Array(7).fill(204), 409, 409, 409]);
    expect(await memberIds(server.scim, group.id)).toHaveLength(7);
    expect((await server.rest.post('/provisioning/reconcile?dry_run=true', {})).body.drift).toBe(0);
  });
});

describe('The log of access changes', () => {
  let server: TestServer;

  beforeAll(async () => {
    server = await startTestServer();
  });
  afterAll(() => server.close());

  const logged = (userName: string) =>
    server.database.rows(sql`
      select c.kind, c.previous, c.current from access_changes c
        join users u on u.organization_id = c.organization_id and u.id = c.user_id
       where u.user_name = ${userName} order by c.id`);

  it('has nothing before the first role of a new account', async () => {
    const { id, userName } = await createUser(server.scim);
    expect(await logged(userName)).toEqual([{ kind: 'role', previous: null, current: 'AN' }]);
    await server.scim.patch(`/Users/${id}`, { Operations: [{ op: 'replace', value: { active: false } }] });
    expect(await logged(userName)).toEqual([
      { kind: 'role', previous: null, current: 'AN' },
      { kind: 'role', previous: 'AN', current: 'DI' },
    ]);
  });

  it('has nothing about an account that is created inactive', async () => {
    const { userName } = await createUser(server.scim, { active: false });
    expect(await logged(userName)).toEqual([]);
  });
});
