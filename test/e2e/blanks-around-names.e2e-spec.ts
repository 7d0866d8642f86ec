import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { createProject, createWorkspace } from '../support/containers.js';
import { expectRestError, expectScimError } from '../support/expect-error.js';
import { accessOf, aGroup, aUser, createGroup, createUser, unique } from '../support/people.js';
import { NOTHINGS, SPELLINGS } from '../support/spellings.js';
import { startTestServer, type TestServer } from '../support/test-server.js';

function replace(value: object): object {
  return { Operations: [{ op: 'replace', value }] };
}

const idsOf = (resources: readonly { readonly id: string }[]): string[] => resources.map(({ id }) => id);

describe('Blanks around names', () => {
  let server: TestServer;

  beforeAll(async () => {
    server = await startTestServer();
  });
  afterAll(() => server.close());

  const find = async (endpoint: string, filter: string): Promise<string[]> => {
    const { status, body } = await server.scim.get(`${endpoint}?filter=${encodeURIComponent(filter)}`);
    expect({ filter, status }).toEqual({ filter, status: 200 });
    return idsOf(body.Resources);
  };
  const settings = async () => (await server.rest.get('/scim/settings')).body;

  describe.each(SPELLINGS)('are no part of a group: %s', (_, spell) => {
    it('so there is no second one', async () => {
      const group = await createGroup(server.scim);
      const other = await createGroup(server.scim);
      const displayName = spell(group.displayName);
      expectScimError(await server.scim.post('/Groups', aGroup({ displayName })), 409, 'uniqueness');
      expectScimError(await server.scim.put(`/Groups/${other.id}`, aGroup({ displayName })), 409, 'uniqueness');
      expectScimError(await server.scim.patch(`/Groups/${other.id}`, replace({ displayName })), 409, 'uniqueness');
      expect((await server.scim.get(`/Groups/${other.id}`)).body).toEqual(other);
    });

    it('nor of what finds it, or of what is stored', async () => {
      const name = unique('Eng');
      const user = await createUser(server.scim);
      const group = await createGroup(server.scim, spell(name), [user]);
      expect([name, name.toUpperCase()]).toContain(group.displayName);
      const wanted = JSON.stringify(spell(name));
      expect(await find('/Groups', `displayName eq ${wanted}`)).toEqual([group.id]);
      expect(await find('/Users', `groups.display eq ${wanted}`)).toEqual([user.id]);
      expect(await find('/Users', `groups[display eq ${wanted}]`)).toEqual([user.id]);
      const path = `/Groups/${encodeURIComponent(spell(name))}`;
      expect((await server.scim.get(path)).body).toEqual(group);
      expect((await server.scim.put(path, aGroup({ displayName: spell(name) }))).body).toMatchObject({
        id: group.id,
        displayName: group.displayName,
      });
      const { meta } = (await server.scim.get(path)).body;
      expect((await server.scim.patch(path, replace({ displayName: spell(name) }))).status).toBe(204);
      expect((await server.scim.get(path)).body.meta).toEqual(meta);
    });

    it('nor of what mappings name, before or after the push', async () => {
      await server.rest.post('/scim/settings', { roles_groups: [], workspaces_groups: [], projects_groups: [] });
      const [early, late] = [unique('early'), unique('late')];
      const { title: workspace } = await createWorkspace(server);
      const user = await createUser(server.scim);
      await createGroup(server.scim, early, [user]);
      const project = await createProject(server);
      const lists = {
        roles_groups: [
          ['Manager', spell(early)],
          ['Manager', early],
          ['Reviewer', spell(late)],
        ],
        workspaces_groups: [
          [spell(workspace), spell(late)],
          [workspace, late],
        ],
        projects_groups: [
          { project_id: project, group: spell(late), role: 'Inherit' },
          { project_id: project, group: late, role: 'Inherit' },
        ],
      };
      const preview = await server.rest.post('/scim/settings/preview', lists);
      expect(preview.body).toMatchObject({ users_changed: 1, workspaces_created: [] });
      expect(preview.body.groups_created.map(folded)).toEqual([late]);
      expect((await server.rest.post('/scim/settings', lists)).status).toBe(201);
      const stored = await settings();
      expect(stored.roles_groups.map(([, group]: string[]) => folded(group))).toEqual([early, late]);
      expect(stored.workspaces_groups.map(([title, group]: string[]) => [title, folded(group)])).toEqual([
        [workspace, late],
      ]);
      expect(stored.projects_groups).toHaveLength(1);
      expect((await accessOf(server, user.userName)).role).toBe('MA');

      const [placeholder] = await find('/Groups', `displayName eq "${late}"`);
      const member = await createUser(server.scim);
      const pushed = await createGroup(server.scim, spell(late), [member]);
      expect(pushed.id).toBe(placeholder);
      expect(await accessOf(server, member.userName)).toMatchObject({ role: 'RE', workspaces: [{ title: workspace }] });
    });

    it('nor of what a group is renamed to', async () => {
      const placeholder = unique('placeholder');
      await server.rest.post('/scim/settings', { roles_groups: [['Reviewer', spell(placeholder)]] });
      const user = await createUser(server.scim);
      const group = await createGroup(server.scim, unique('team'), [user]);
      await server.scim.patch(`/Groups/${group.id}`, replace({ displayName: spell(placeholder) }));
      expect((await accessOf(server, user.userName)).role).toBe('RE');
      expect(await find('/Groups', `displayName eq "${placeholder}"`)).toEqual([group.id]);
    });

    it('nor of a workspace', async () => {
      const { id, title } = await createWorkspace(server);
      const other = await createWorkspace(server);
      expectRestError(await server.rest.post('/workspaces/', { title: spell(title) }), 400, ['title']);
      expectRestError(await server.rest.patch(`/workspaces/${other.id}/`, { title: spell(title) }), 400, ['title']);
      expect((await server.rest.get(`/workspaces/${other.id}/`)).body).toMatchObject(other);
      const project = await server.rest.post('/projects/', { title: spell('Chest'), workspace: id });
      expect(project.body.title).toMatch(/^chest$/i);
      const renamed = await server.rest.patch(`/projects/${project.body.id}/`, { title: spell('Lungs') });
      expect(renamed.body.title).toMatch(/^lungs$/i);
      const own = await server.rest.patch(`/workspaces/${id}/`, { title: spell(title) });
      expect(own).toMatchObject({ status: 200 });
      expect([title, title.toUpperCase()]).toContain(own.body.title);
    });
  });

  it.each(NOTHINGS)('are no name by themselves: %j', async (nothing) => {
    const user = await createUser(server.scim);
    const group = await createGroup(server.scim);
    const workspace = await createWorkspace(server);
    const scim = [
      await server.scim.post('/Users', aUser({ userName: nothing, emails: [] })),
      await server.scim.put(`/Users/${user.id}`, { ...user, userName: nothing }),
      await server.scim.patch(`/Users/${user.id}`, replace({ userName: nothing })),
      await server.scim.post('/Groups', aGroup({ displayName: nothing })),
      await server.scim.put(`/Groups/${group.id}`, aGroup({ displayName: nothing })),
      await server.scim.patch(`/Groups/${group.id}`, replace({ displayName: nothing })),
    ];
    for (const answer of scim) expectScimError(answer, 400, 'invalidValue');
    expectScimError(await server.scim.get(`/Users/${encodeURIComponent(nothing)}`), 404);
    expectScimError(await server.scim.get(`/Groups/${encodeURIComponent(nothing)}`), 404);
    const rest: [path: string, body: object, field: string][] = [
      ['/workspaces/', { title: nothing }, 'title'],
      ['/projects/', { title: nothing }, 'title'],
      ['/users/', { email: nothing }, 'email'],
      ['/scim/settings', { roles_groups: [['Reviewer', nothing]] }, 'roles_groups'],
      ['/scim/settings', { workspaces_groups: [[nothing, 'x']] }, 'workspaces_groups'],
      ['/scim/settings/preview', { workspaces_groups: [['x', nothing]] }, 'workspaces_groups'],
    ];
    for (const [path, body, field] of rest) expectRestError(await server.rest.post(path, body), 400, [field]);
    const { id: organization } = (await server.rest.get('/organizations')).body[0];
    for (const path of [`/workspaces/${workspace.id}`, `/organizations/${organization}`])
      expectRestError(await server.rest.patch(path, { title: nothing }), 400, ['title']);

    expect((await server.scim.get(`/Users/${user.id}`)).body).toEqual(user);
    expect((await server.scim.get(`/Groups/${group.id}`)).body).toEqual(group);
    expect((await server.rest.get(`/workspaces/${workspace.id}`)).body).toMatchObject(workspace);
  });

  it('count in a part of a name, which has none at its ends', async () => {
    const name = unique('Night Shift');
    const group = await createGroup(server.scim, ` ${name} `);
    const user = await createUser(server.scim, { userName: `  ${unique('Kim')}  Lee ` });
    const is = (id: string) => `id eq "${id}" and`;
    for (const [part, found] of [
      ['co " "', true],
      ['co "t s"', true],
      ['co "night shift "', false],
      ['sw "night "', true],
      ['sw " "', false],
      ['sw " night"', false],
      [`ew "${name} "`, false],
      ['ew " "', false],
    ] as const) {
      const filter = `${is(group.id)} displayName ${part}`;
      expect({ filter, ids: await find('/Groups', filter) }).toEqual({ filter, ids: found ? [group.id] : [] });
    }
    for (const [part, found] of [
      ['userName co "  "', true],
      ['userName sw " "', false],
      ['userName ew "Lee "', false],
      ['emails co " "', true],
      ['emails[value ew "lee "]', false],
    ] as const) {
      const filter = `${is(user.id)} ${part}`;
      expect({ filter, ids: await find('/Users', filter) }).toEqual({ filter, ids: found ? [user.id] : [] });
    }
  });

  it.each([
    ['blanks', 'Night  Shift', 'Night Shift'],
    ['the joiners of a family', '\u{1f468}\u200d\u{1f469}\u200d\u{1f467}', '\u{1f468}\u{1f469}\u{1f467}'],
    ['a Persian non-joiner', 'نرم\u200cافزار', 'نرمافزار'],
    ['the selector of an emoji', '\u2764\ufe0f', '\u2764'],
  ])('stay where they are within a name: %s', async (_, name, without) => {
    const stem = unique('team');
    const group = await createGroup(server.scim, ` ${stem} ${name} `);
    expect(group.displayName).toBe(`${stem} ${name}`);
    const other = await createGroup(server.scim, `${stem} ${without}`);
    expect(await find('/Groups', `displayName eq ${JSON.stringify(`${stem} ${name}`)}`)).toEqual([group.id]);
    expect(await find('/Groups', `displayName eq ${JSON.stringify(`${stem} ${without}`)}`)).toEqual([other.id]);
  });
});

function folded(name: string | undefined): string | undefined {
  return name?.toLowerCase();
}
