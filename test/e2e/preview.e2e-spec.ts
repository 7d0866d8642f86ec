import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { sql } from 'kysely';
import { setTimeout as delay } from 'node:timers/promises';
import { MappingProposals } from '../../src/modules/mappings/index.js';
import { PreviewRepository } from '../../src/modules/provisioning/access-api/preview/preview.repository.js';
import { Transactions } from '../../src/platform/database/transactions.js';
import { fingerprints } from '../access/access-rows.js';
import { expectRestError } from '../support/expect-error.js';
import type { Answer } from '../support/http-client.js';
import { createGroup, createUser, unique } from '../support/people.js';
import { createPerson } from '../support/tenants.js';
import { onPostgreSql } from '../support/test-database.js';
import { startTestServer, type TestServer } from '../support/test-server.js';

const NOTHING = { roles_groups: [], workspaces_groups: [], projects_groups: [] };

describe('A preview of settings', () => {
  let server: TestServer;
  let project: number;

  beforeAll(async () => {
    server = await startTestServer();
    project = (await server.rest.post('/projects/', { title: 'Chest X-ray' })).body.id;
  });
  beforeEach(() => save(NOTHING));
  afterAll(() => server.close());

  const save = (settings: object) => server.rest.post('/scim/settings', settings);
  const preview = (settings: object, cursor?: string) =>
    server.rest.post(`/scim/settings/preview${cursor === undefined ? '' : `?cursor=${cursor}`}`, settings);
  const idOf = async (email: string): Promise<number> => (await server.rest.get(`/users/?email=${email}`)).body[0].id;
  /** A group with one member, whom the preview calls `user`. */
  const aMember = async (attributes: object = {}) => {
    const { id, userName: email } = await createUser(server.scim, { ...attributes });
    const group = unique('group');
    await createGroup(server.scim, group, [{ id }]);
    return { group, email, user: { id: await idOf(email), email } };
  };
  const inProject = (group: string, role: string) => ({ projects_groups: [{ project_id: project, group, role }] });

  it('names everybody whose access changes, and how', async () => {
    const { group, user } = await aMember();
    const settings = {
      roles_groups: [['Reviewer', group]],
      workspaces_groups: [[`Radiology of ${group}`, group]],
      ...inProject(group, 'Inherit'),
    };
    expect(await preview(settings)).toMatchObject({
      status: 200,
      body: {
        users_checked: 1,
        users_changed: 1,
        workspaces_created: [`Radiology of ${group}`],
        groups_created: [],
        changes: [
          {
            user,
            role: { from: 'AN', to: 'RE' },
            workspaces: { added: [`Radiology of ${group}`], removed: [] },
            projects: { added: [{ id: project, role: 'RE' }], removed: [], changed: [] },
          },
        ],
      },
    });
    await save(settings);
    expect((await preview(settings)).body).toMatchObject({ users_checked: 0, users_changed: 0, changes: [] });
    expect((await preview(NOTHING)).body.changes).toEqual([
      {
        user,
        role: { from: 'RE', to: 'DI' },
        workspaces: { added: [], removed: [`Radiology of ${group}`] },
        projects: { added: [], removed: [{ id: project }], changed: [] },
      },
    ]);
  });

  it('takes the lists that the body does not carry as they are stored', async () => {
    const { group, user } = await aMember();
    await save({ roles_groups: [['Reviewer', group]], ...inProject(group, 'Annotator') });
    expect((await preview({ workspaces_groups: [] })).body).toMatchObject({ users_checked: 0, changes: [] });
    expect((await preview({ roles_groups: [['Manager', group]] })).body.changes).toEqual([
      { user, role: { from: 'RE', to: 'MA' } },
    ]);
  });

  it('creates neither the workspaces nor the groups that it says saving would create', async () => {
    const { group } = await aMember();
    const [title, other] = [unique('Dermatology'), unique('New Group')];
    const before = await fingerprints(server.database);
    const { body } = await preview({
      roles_groups: [['Reviewer', other]],
      workspaces_groups: [
        [title, group],
        [title.toUpperCase(), other.toUpperCase()],
      ],
    });
    expect(body).toMatchObject({ workspaces_created: [title], groups_created: [other] });
    expect(body.changes[0].workspaces.added).toEqual([title]);
    expect(await fingerprints(server.database)).toEqual(before);
  });

  const movesInProject: [from: string, to: string, role: string, change: object | undefined][] = [
    ['Annotator', 'Reviewer', 'Annotator', { from: 'AN', to: 'RE' }],
    ['Inherit', 'Reviewer', 'Annotator', { from: 'AN', to: 'RE' }],
    ['Inherit', 'Annotator', 'Annotator', undefined],
    ['Annotator', 'Reviewer', 'Manager', undefined],
    ['Annotator', 'Reviewer', 'Not Activated', undefined],
    ['Annotator', 'Reviewer', 'Administrator', undefined],
  ];

  it.each(movesInProject)('from %s to %s in a project as %s: %j', async (from, to, role, change) => {
    const { group, user } = await aMember();
    await save({ roles_groups: [[role, group]], ...inProject(group, from) });
    const { changes } = (await preview(inProject(group, to))).body;
    const entry = { user, projects: { added: [], removed: [], changed: [{ id: project, ...change }] } };
    expect(changes).toEqual(change ? [entry] : []);
  });

  it.each([
    ['Not Activated', null],
    ['Deactivated', null],
    ['Manager', 'MA'],
    ['Administrator', 'AD'],
    ['Annotator', 'RE'],
  ])('shows a new project of somebody %s with the role %j', async (role, shown) => {
    const { group } = await aMember();
    await save({ roles_groups: [[role, group]] });
    const { changes } = (await preview(inProject(group, 'Reviewer'))).body;
    expect(changes[0].projects.added).toEqual([{ id: project, role: shown }]);
  });

  it('does not list a project of which the role merely follows the organization role', async () => {
    const { group, user } = await aMember();
    await save({ roles_groups: [['Annotator', group]], ...inProject(group, 'Inherit') });
    expect((await preview({ roles_groups: [['Reviewer', group]] })).body.changes).toEqual([
      { user, role: { from: 'AN', to: 'RE' } },
    ]);
  });

  it('tells of those, too, to whom a seat falls', async () => {
    const { group, user } = await aMember();
    const { used } = (await server.rest.get('/organizations/0')).body.seats;
    await server.rest.patch('/organizations/0', { seat_limit: used });
    const waiting = (await createUser(server.scim)).userName;
    const { body } = await preview({ roles_groups: [['Deactivated', group]] });
    await server.rest.patch('/organizations/0', { seat_limit: null });
    expect(body).toMatchObject({ users_checked: 2, users_changed: 2 });
    expect(body.changes).toEqual([
      { user, role: { from: 'AN', to: 'DI' } },
      { user: { id: await idOf(waiting), email: waiting }, role: { from: 'NO', to: 'AN' } },
    ]);
  });

  it('comes in pages of a hundred users in order of their ids, with the totals on each', async () => {
    const { rows } = {
      rows: await server.database.rows<{ id: number }>(sql`
        insert into users (organization_id, scim_id, user_name, user_name_key)
        select 1, gen_random_uuid(), 'crowd-' || n, 'crowd-' || n from generate_series(1, 250) as n returning id`),
    };
    await server.database.rows(sql`
      insert into role_assignments (organization_id, user_id, base_role, base_role_source, role, role_source)
      select 1, id, 'AN', 'default', 'AN', 'default' from users where user_name_key like 'crowd-%'`);
    const group = unique('crowd');
    await createGroup(server.scim, group);
    await server.database.rows(sql`
      insert into group_members (organization_id, group_id, user_id)
      select 1, g.id, u.id from groups g, users u where g.display_name = ${group} and u.user_name_key like 'crowd-%'`);
    const settings = { roles_groups: [['Reviewer', group]] };
    const pages: Answer['body'][] = [];
    for (let cursor: string | undefined; pages.length < 4; cursor = pages.at(-1).next) {
      pages.push((await preview(settings, cursor)).body);
      if (pages.at(-1).next === undefined) break;
    }
    expect(pages.map(({ changes, next }) => [changes.length, typeof next])).toEqual([
      [100, 'string'],
      [100, 'string'],
      [50, 'undefined'],
    ]);
    for (const page of pages) expect(page).toMatchObject({ users_checked: 250, users_changed: 250 });
    const told = pages.flatMap(({ changes }) => changes as { user: { id: number } }[]).map(({ user }) => user.id);
    expect(told).toEqual(rows.map(({ id }) => id).sort((a, b) => a - b));
    const [owner] = JSON.parse(Buffer.from(pages[0].next, 'base64url').toString());
    const forged = [[], [null], ['7'], [0], [1.5], [2_147_483_648]].map((place) =>
      Buffer.from(JSON.stringify([owner, ...place])).toString('base64url'),
    );
    for (const cursor of ['x', pages[0].next.slice(1), `${pages[0].next}&cursor=x`, ...forged])
      expectRestError(await preview(settings, cursor), 400, ['cursor']);

    expectRestError(await preview({ roles_groups: [] }, pages[0].next), 400, ['cursor']);
  });

  it.each([
    ['a list that is none', { roles_groups: 'x' }],
    ['a role that is none', { roles_groups: [['Boss', 'a']] }],
    ['two roles for a group', { roles_groups: [['Reviewer', 'a'], ['Manager', 'A']] }], // prettier-ignore
    ['no object', []],
    ['projects that are unknown', { projects_groups: [{ project_id: 4711, group: 'a', role: 'Inherit' }] }],
  ])('is refused for the reason for which saving is: %s', async (_, settings) => {
    const [asked, saved] = [await preview(settings), await save(settings)];
    expectRestError(asked, 400, Object.keys(saved.body.validation_errors));
    expect({ ...asked.body, id: '' }).toEqual({ ...saved.body, id: '' });
  });

  it('is for the Owner and Administrators', async () => {
    const [manager, administrator] = [await createPerson(server, 'MA'), await createPerson(server, 'AD')];
    expectRestError(await manager.rest.post('/scim/settings/preview', NOTHING), 403);
    expect((await administrator.rest.post('/scim/settings/preview', NOTHING)).status).toBe(200);
  });

  it('reads one snapshot and takes no lock but the one that every reader takes', async () => {
    const { app, database } = server;
    const { group } = await aMember();
    const locks = await app.get(Transactions).snapshot(async () => {
      const proposal = await app.get(MappingProposals).propose(1, { roles_groups: [['Reviewer', group]] });
      expect(await app.get(PreviewRepository).proposal(1, proposal, 0)).toMatchObject({ users_changed: 1 });
      expect(await database.row(sql`select current_setting('transaction_isolation') as isolation`)).toEqual({
        isolation: 'repeatable read',
      });
      return database.rows<{ locktype: string; mode: string }>(sql`
        select distinct locktype, mode from pg_locks where pid = pg_backend_pid() and locktype <> 'virtualxid'`);
    });
    expect(locks).toEqual([{ locktype: 'relation', mode: 'AccessShareLock' }]);
  });

  it('waits for nobody who writes', async () => {
    const { group } = await aMember();
    const { answer, first } = await server.app.get(Transactions).exclusive(1, async () => {
      await server.database.rows(sql`select * from role_assignments where organization_id = 1 for update`);
      const asked = preview({ roles_groups: [['Reviewer', group]] });
      // the embedded database has one connection, so this request comes after
      return {
        answer: asked,
        first: onPostgreSql ? await Promise.race([asked, delay(5_000, undefined, { ref: false })]) : undefined,
      };
    });
    expect(await answer).toMatchObject({ status: 200, body: { users_changed: 1 } });
    expect(first).toEqual(onPostgreSql ? await answer : undefined);
  });
});
