import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { expectRestError } from '../support/expect-error.js';
import { accessOf, createGroup, createUser, unique } from '../support/people.js';
import { createPerson } from '../support/tenants.js';
import { startTestServer, type TestServer } from '../support/test-server.js';

const NOTHING = { roles_groups: [], workspaces_groups: [], projects_groups: [] };

describe('SCIM settings', () => {
  let server: TestServer;
  let project: number;

  beforeAll(async () => {
    server = await startTestServer();
    project = (await server.rest.post('/projects/', { title: 'Chest X-ray' })).body.id;
  });
  beforeEach(async () => {
    await server.rest.post('/scim/settings', NOTHING);
  });
  afterAll(() => server.close());

  const save = (settings: object) => server.rest.post('/scim/settings', settings);
  const stored = async () => (await server.rest.get('/scim/settings')).body;
  const workspaces = async (): Promise<string[]> =>
    (await server.rest.get('/workspaces/')).body.map(({ title }: { title: string }) => title);
  const groups = async (): Promise<string[]> =>
    (await server.scim.get('/Groups?attributes=displayName')).body.Resources.map(
      ({ displayName }: { displayName: string }) => displayName,
    );

  const some = () => ({
    roles_groups: [
      ['Reviewer', 'acme-qa'],
      ['Manager', 'acme-leads'],
      ['Annotator', 'acme-labelers'],
      ['Not Activated', 'acme-guests'],
      ['Deactivated', 'acme-leavers'],
      ['Administrator', 'acme-it'],
    ],
    workspaces_groups: [
      ['Radiology', 'acme-radiology'],
      ['Dermatology', 'acme-leads'],
      ['Radiology', 'acme-leads'],
    ],
    projects_groups: [
      { project_id: project, group: 'acme-qa', role: 'Reviewer' },
      { project_id: project, group: 'acme-labelers', role: 'Inherit' },
      { project_id: project, group: 'acme-labelers', role: 'Annotator' },
    ],
  });

  it.each(['/scim/settings', '/scim/settings/'])(
    'are stored as they come and read back in the same order: %s',
    async (path) => {
      const answer = await server.rest.post(path, some());
      expect({ status: answer.status, body: answer.body }).toEqual({ status: 201, body: some() });
      expect(await server.rest.get(path)).toMatchObject({ status: 200, body: some() });
      const turned = Object.fromEntries(Object.entries(some()).map(([name, rows]) => [name, rows.toReversed()]));
      expect((await server.rest.post(path, turned)).body).toEqual(turned);
    },
  );

  it.each(['roles_groups', 'workspaces_groups', 'projects_groups'] as const)(
    'replace the list %s alone if it comes alone',
    async (name) => {
      await save(some());
      expect((await save({ [name]: [] })).body).toEqual({ ...some(), [name]: [] });
      expect(
        (await save({ [name]: some()[name], [name === 'roles_groups' ? 'x' : 'roles_groups']: null })).body,
      ).toEqual(some());
      expect((await save({})).body).toEqual(some());
    },
  );

  it('keep the first of several equal rows, names compared without case', async () => {
    const { body } = await save({
      roles_groups: [
        ['Reviewer', 'acme-qa'],
        ['Reviewer', 'ACME-QA'],
      ],
      workspaces_groups: [
        ['Radiology', 'acme-ops'],
        ['RADIOLOGY', 'Acme-OPS'],
      ],
    });
    expect(body).toMatchObject({
      roles_groups: [['Reviewer', 'acme-qa']],
      workspaces_groups: [['Radiology', 'acme-ops']],
    });
  });

  const faulty: [what: string, settings: object, field: string, message: RegExp][] = [
    ['a list that is none', { roles_groups: 'x' }, 'roles_groups', /list/],
    ['a row that is none', { roles_groups: ['Reviewer'] }, 'roles_groups', /Row 1/],
    ['a row too short', { roles_groups: [['Reviewer']] }, 'roles_groups', /Row 1/],
    ['a row too long', { roles_groups: [['Reviewer', 'a', 'b']] }, 'roles_groups', /Row 1/],
    ['a role that is none', { roles_groups: [['Boss', 'a']] }, 'roles_groups', /Administrator, Manager/],
    ['a code for a role', { roles_groups: [['RE', 'a']] }, 'roles_groups', /Reviewer/],
    ['a word of JavaScript for a role', { roles_groups: [['constructor', 'a']] }, 'roles_groups', /Reviewer/],
    ['the Owner', { roles_groups: [['Owner', 'a']] }, 'roles_groups', /Owner/],
    ['an empty group', { roles_groups: [['Reviewer', ' ']] }, 'roles_groups', /Row 1/],
    ['a group that is a number', { roles_groups: [['Reviewer', 7]] }, 'roles_groups', /Row 1/],
    ['a group too long', { roles_groups: [['Reviewer', 'x'.repeat(1001)]] }, 'roles_groups', /Row 1/],
    ['a NUL', { workspaces_groups: [['a\0b', 'a']] }, 'workspaces_groups', /Row 1/],
    ['an empty title', { workspaces_groups: [['', 'a']] }, 'workspaces_groups', /Row 1/],
    ['null for a row', { workspaces_groups: [null] }, 'workspaces_groups', /Row 1/],
    ['null for a project', { projects_groups: [null] }, 'projects_groups', /project_id/],
    [
      'text for a project',
      { projects_groups: [{ project_id: '1', group: 'a', role: 'Inherit' }] },
      'projects_groups',
      /project_id/,
    ],
    ['no group', { projects_groups: [{ project_id: 1, role: 'Inherit' }] }, 'projects_groups', /group/],
    ['no role', { projects_groups: [{ project_id: 1, group: 'a' }] }, 'projects_groups', /Inherit/],
    [
      'a role no project has',
      { projects_groups: [{ project_id: 1, group: 'a', role: 'Manager' }] },
      'projects_groups',
      /Inherit/,
    ],
    [
      'an unknown project',
      { projects_groups: [{ project_id: 9999, group: 'a', role: 'Inherit' }] },
      'projects_groups',
      /9999/,
    ],
    [
      'two roles for one group',
      {
        roles_groups: [
          ['Reviewer', 'acme-qa'],
          ['Manager', 'Acme-QA'],
        ],
      },
      'roles_groups',
      /one organization role/,
    ],
  ];

  it.each(faulty)('refuse %s and store nothing of the rest', async (_, settings, field, message) => {
    const before = { settings: await stored(), workspaces: await workspaces(), groups: await groups() };
    const good = { workspaces_groups: [[unique('New'), unique('new')]], roles_groups: [['Manager', unique('new')]] };
    const answer = await save({ ...good, ...settings });
    expectRestError(answer, 400, [field]);
    expect(answer.body.validation_errors[field].join()).toMatch(message);
    expect({ settings: await stored(), workspaces: await workspaces(), groups: await groups() }).toEqual(before);
  });

  it('name every row at fault at once', async () => {
    const answer = await save({
      roles_groups: [
        ['Boss', 'a'],
        ['Reviewer', 'b'],
        ['Owner', 'c'],
      ],
      workspaces_groups: [['x']],
    });
    expectRestError(answer, 400, ['roles_groups', 'workspaces_groups']);
    expect(answer.body.validation_errors.roles_groups).toMatchObject(
      [/./, /./].map(() => expect.stringMatching(/^Row [13]/)),
    );
  });

  it('create a workspace whose title is new, once, and use the one that exists', async () => {
    const title = unique('Cardiology');
    await save({
      workspaces_groups: [
        [title, 'a'],
        [title.toUpperCase(), 'b'],
      ],
    });
    await save({ workspaces_groups: [[title.toLowerCase(), 'c']] });
    expect((await workspaces()).filter((known) => known.toLowerCase() === title.toLowerCase())).toEqual([title]);
    expect((await stored()).workspaces_groups).toEqual([[title, 'c']]);
  });

  it('leave no group behind that they do not name any more', async () => {
    const name = unique('passing');
    await save({ roles_groups: [['Reviewer', name]] });
    expect(await groups()).toContain(name);
    await save({ roles_groups: [] });
    expect(await groups()).not.toContain(name);
  });

  async function access(email: string): Promise<unknown> {
    const { role, role_source, workspaces: spaces, projects } = await accessOf(server, email);
    return { role, role_source, workspaces: spaces.map(({ title }: { title: string }) => title), projects };
  }

  it('give the same access whether they come before the push or after it', async () => {
    const everything = (name: string) => ({
      roles_groups: [['Reviewer', name]],
      workspaces_groups: [['Radiology', name]],
      projects_groups: [{ project_id: project, group: name, role: 'Inherit' }],
    });
    const seen: unknown[] = [];
    for (const order of ['before', 'after']) {
      const name = 'acme-order';
      if (order === 'before') await save(everything(name));
      const user = await createUser(server.scim);
      const group = await createGroup(server.scim, name, [user]);
      if (order === 'after') await save(everything(name));
      seen.push(await access(user.userName));
      await save(NOTHING);
      expect(await access(user.userName)).toEqual({ role: 'DI', role_source: 'scim', workspaces: [], projects: [] });
      await server.scim.delete(`/Groups/${group.id}`);
    }
    expect(seen[0]).toMatchObject({
      role: 'RE',
      role_source: 'scim',
      workspaces: ['Radiology'],
      projects: [{ id: project, role: 'RE', state: 'active', grants: [{ kind: 'mapping', group: 'acme-order' }] }],
    });
    expect(seen[1]).toEqual(seen[0]);
  });

  it('give the most elevated of several roles, and the next one when it goes', async () => {
    const [leads, qa] = [unique('leads'), unique('qa')];
    const user = await createUser(server.scim);
    await createGroup(server.scim, leads, [user]);
    await createGroup(server.scim, qa, [user]);
    const roles: string[] = [];
    const rows = [
      ['Reviewer', qa],
      ['Manager', leads],
    ];
    for (const roles_groups of [rows, rows.slice(0, 1), [['Annotator', qa]], []]) {
      await save({ roles_groups });
      roles.push((await accessOf(server, user.userName)).role);
    }
    expect(roles).toEqual(['MA', 'RE', 'AN', 'DI']);
  });

  it('are for the Owner and Administrators', async () => {
    const administrator = await createPerson(server, 'AD');
    expect((await administrator.rest.post('/scim/settings', some())).status).toBe(201);
    const manager = await createPerson(server, 'MA');
    expectRestError(await manager.rest.get('/scim/settings'), 403);
    expectRestError(await manager.rest.post('/scim/settings', NOTHING), 403);
    expect(await stored()).toEqual(some());
  });
});
