import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { sql } from 'kysely';
import { fingerprints } from '../access/access-rows.js';
import { expectRestError } from '../support/expect-error.js';
import type { Answer } from '../support/http-client.js';
import { createGroup, createUser, unique } from '../support/people.js';
import { startTestServer, type TestServer } from '../support/test-server.js';

const NOTHING = { roles_groups: [], workspaces_groups: [], projects_groups: [] };

/**
 * Eight people and the Owner have working roles; the brake stops changes for more than a quarter of them, from two on.
 */
describe('The brake', () => {
  let server: TestServer;
  let people: { id: string }[];

  beforeAll(async () => {
    server = await startTestServer({ BRAKE_MINIMUM_USERS: 2 });
    people = await Promise.all(Array.from({ length: 8 }, () => createUser(server.scim)));
  });
  beforeEach(async () => {
    await server.database.rows(sql`update role_assignments set base_role = 'AN', base_role_source = 'default'
      where user_id > 1`);
    await server.rest.post('/scim/settings?confirm=8', NOTHING);
    await server.rest.post('/provisioning/reconcile', {});
  });
  afterAll(() => server.close());

  const save = (settings: object, query = '') => server.rest.post(`/scim/settings${query}`, settings);
  const groupOf = async (count: number) => {
    const name = unique('team');
    return { name, id: (await createGroup(server.scim, name, people.slice(0, count))).id as string };
  };
  const working = async () =>
    (await server.database.rows(sql`select from role_assignments where is_working_role(role)`)).length;
  const expectRefusal = (answer: Answer, affected: number) => {
    expectRestError(answer, 400);
    expect(answer.body).toMatchObject({ code: 'confirmation_required', affected });
    expect(answer.body.detail).toContain(`?confirm=${affected}`);
  };
  const noted = async (answer: Answer) =>
    server.database.rows(sql`
      select channel, details from activity_entries
       where action = 'access.large-loss' and request_id = ${answer.headers.get('x-request-id')}`);

  it('refuses to take the role from more than the share, and stores nothing', async () => {
    const { name } = await groupOf(4);
    await save({ roles_groups: [['Reviewer', name]] });
    const before = await fingerprints(server.database);
    expectRefusal(await save({ ...NOTHING, workspaces_groups: [['Not to be created', 'nor this']] }), 4);
    expect(await fingerprints(server.database)).toEqual(before);
  });

  it.each(['3', '5', '-4', '4.0', 'yes', ''])('refuses again what is confirmed with "%s"', async (number) => {
    const { name } = await groupOf(4);
    expectRefusal(await save({ roles_groups: [['Deactivated', name]] }, `?confirm=${number}`), 4);
    expect(await working()).toBe(9);
  });

  it('lets through what is confirmed with the right number', async () => {
    const { name } = await groupOf(4);
    const answer = await save({ roles_groups: [['Deactivated', name]] }, '?confirm=4');
    expect([answer.status, await working()]).toEqual([201, 5]);
    expect(await noted(answer)).toEqual([]);
  });

  it.each([
    ['fewer than the minimum', 1],
    ['no more than the share', 2],
    ['nobody', 0],
  ])('does not ask about %s', async (_, count) => {
    const { name } = await groupOf(count);
    expect((await save({ roles_groups: [['Deactivated', name]] })).status).toBe(201);
  });

  it('does not ask about who had no working role, who is promoted, and who only changes the role', async () => {
    const [{ name }, { name: other }] = [await groupOf(8), await groupOf(8)];
    expectRefusal(await save({ roles_groups: [['Not Activated', name]] }), 8);
    await save({ roles_groups: [['Not Activated', name]], workspaces_groups: [['Radiology', name]] }, '?confirm=8');
    expect((await save({ workspaces_groups: [] })).status).toBe(201);
    expect((await save({ roles_groups: [['Reviewer', other]] })).status).toBe(201);
    expect((await save({ roles_groups: [['Annotator', other]] })).status).toBe(201);
  });

  it('asks about workspaces and projects, too, of those who do not reach everything anyway', async () => {
    const [{ name }, { name: managers }] = [await groupOf(8), await groupOf(5)];
    const project = (await server.rest.post('/projects/', { title: unique('project') })).body.id;
    await save({
      roles_groups: [['Administrator', managers]],
      workspaces_groups: [['Radiology', name]],
      projects_groups: [{ project_id: project, group: name, role: 'Inherit' }],
    });
    for (const list of ['workspaces_groups', 'projects_groups']) expectRefusal(await save({ [list]: [] }), 3);
    expectRefusal(await save({ workspaces_groups: [], projects_groups: [] }), 3);
  });

  it('asks before a workspace or a project is deleted, too', async () => {
    const { name } = await groupOf(5);
    const project = (await server.rest.post('/projects/', { title: unique('project') })).body.id;
    const title = unique('workspace');
    await save({
      workspaces_groups: [[title, name]],
      projects_groups: [{ project_id: project, group: name, role: 'Inherit' }],
    });
    const workspaces = (await server.rest.get('/workspaces/')).body as { id: number; title: string }[];
    const workspace = workspaces.find((some) => some.title === title)?.id;
    for (const path of [`/workspaces/${workspace}/`, `/projects/${project}/`]) {
      expectRefusal(await server.rest.delete(path), 5);
      expect((await server.rest.get(path)).status).toBe(200);
      expect((await server.rest.delete(`${path}?confirm=5`)).status).toBe(204);
    }
  });

  it('asks before many are removed from a workspace manually', async () => {
    const { id } = (await server.rest.post('/workspaces/', { title: unique('workspace') })).body;
    const users = (await server.rest.get('/users/')).body as { id: number }[];
    const path = `/workspaces/${id}/memberships/bulk/`;
    const selection = { all: false, included: users.slice(1).map((user) => user.id) };
    expect((await server.rest.post(path, selection)).status).toBeLessThan(300);
    expectRefusal(await server.rest.send('DELETE', path, { body: selection }), 8);
    expect((await server.rest.send('DELETE', `${path}?confirm=8`, { body: selection })).status).toBeLessThan(300);
  });

  it('does not ask about a membership that another mapping or a manual grant keeps', async () => {
    const [{ name }, { name: other }] = [await groupOf(8), await groupOf(8)];
    await save({ workspaces_groups: [['Radiology', name]] });
    expect((await save({ workspaces_groups: [['Radiology', other]] })).status).toBe(201);
    await server.database.rows(sql`update workspace_memberships set manual = true`);
    expect((await save({ workspaces_groups: [] })).status).toBe(201);
    await server.database.rows(sql`delete from workspace_memberships`);
  });

  describe('over SCIM', () => {
    const empty = (id: string) =>
      server.scim.patch(`/Groups/${id}`, { Operations: [{ op: 'replace', path: 'members', value: [] }] });

    it('holds nothing back, and writes a large loss down', async () => {
      const { name, id } = await groupOf(8);
      await save({ roles_groups: [['Reviewer', name]] });
      const answer = await empty(id);
      expect([answer.status, await working()]).toEqual([204, 1]);
      expect(await noted(answer)).toEqual([{ channel: 'scim', details: { affected: 8, working: 9 } }]);
    });

    it('writes nothing down about a small one', async () => {
      const { name, id } = await groupOf(2);
      await save({ roles_groups: [['Reviewer', name]] });
      expect(await noted(await empty(id))).toEqual([]);
    });

    it('looks at each operation of a bulk by itself', async () => {
      const ids: string[] = [];
      for (let at = 0; at < 4; at++)
        ids.push((await createGroup(server.scim, unique('pair'), people.slice(at * 2, at * 2 + 2))).id);
      const groups = await server.database.rows<{ name: string }>(sql`
        select display_name as name from groups where scim_id = any(${ids}::uuid[])`);
      await save({ workspaces_groups: groups.map(({ name }) => ['Radiology', name]) });
      const answer = await server.scim.post('/Bulk', {
        schemas: ['urn:ietf:params:scim:api:messages:2.0:BulkRequest'],
        Operations: ids.map((id) => ({ method: 'DELETE', path: `/Groups/${id}` })),
      });
      const members = await server.database.rows(sql`select from workspace_memberships`);
      expect([answer.status, members.length]).toEqual([200, 0]);
      expect(await noted(answer)).toEqual([]);
    });
  });
});
