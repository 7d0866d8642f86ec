import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { sql } from 'kysely';
import type { LoggedAccessChangeDto } from '../../src/modules/activity/activity-log.dto.js';
import { addMappings, createProject, createWorkspace, numberOf } from '../support/containers.js';
import { createGroup, createUser, unique } from '../support/people.js';
import { createPerson, createTenant } from '../support/tenants.js';
import { startTestServer, type TestServer } from '../support/test-server.js';

describe('The changes of access in the activity log', () => {
  let server: TestServer;

  const log = async (query: string) => (await server.rest.get(`/activity-logs/?${query}`)).body;

  beforeAll(async () => {
    server = await startTestServer();
  });
  afterAll(() => server.close());

  describe('of what many groups give', () => {
    const GROUPS = 12;
    const names = Array.from({ length: GROUPS }, (_, number) => unique(`team-${number}`));
    let people: { id: string; userName: string }[];
    let title: string;
    let project: number;

    /** The changes: who, in what, from what, to what, and through what. */
    const changesOf = async (query: string): Promise<string[]> => {
      const { data } = await log(`${query}&page_size=1`);
      const changes: LoggedAccessChangeDto[] = data[0].extra_data.access_changes;
      return changes.map(({ user, kind, from, to, through }) => {
        const who = people.findIndex(({ userName }) => userName === user.email);
        return `${who} ${kind} ${from} ${to}: ${through.join(', ')}`;
      });
    };
    const group = (number: number) => `group ${names[number]}`;

    beforeAll(async () => {
      people = [];
      for (const name of names) {
        const person = await createUser(server.scim);
        people.push(person);
        await createGroup(server.scim, name, [person]);
      }
      title = (await createWorkspace(server)).title;
      project = await createProject(server);
    });

    it('names for each person the groups that they are in, in the file, too', async () => {
      await addMappings(server, {
        roles_groups: names.map((name) => ['Reviewer', name]),
        workspaces_groups: names.map((name) => [title, name]),
        projects_groups: names.map((name) => ({ project_id: project, group: name, role: 'Inherit' })),
      });
      const changes = await changesOf('action=mappings.changed');
      expect(changes.toSorted()).toEqual(
        names
          .flatMap((_, number) => [
            `${number} role AN RE: ${group(number)}`,
            `${number} workspace null member: ${group(number)}`,
            `${number} project null IN: ${group(number)}`,
          ])
          .toSorted(),
      );
      const lines = (await server.rest.get('/activity-logs/export?action=mappings.changed')).body.split('\r\n');
      for (const [number, { userName }] of people.entries()) {
        const own = lines.filter((line: string) => line.includes(userName));
        expect(own.map((line: string) => line.split(',').at(-2))).toEqual([
          group(number),
          group(number),
          group(number),
        ]);
      }
    });

    it('names those that gave what a group takes with it, what a mapping takes, and what another gives instead', async () => {
      const [first, second] = people;
      const members = (op: string, { id }: { id: string } = { id: '' }) => ({
        Operations: [{ op, path: 'members', value: [{ value: id }] }],
      });
      const find = async (name = '') =>
        (await server.scim.get(`/Groups?filter=${encodeURIComponent(`displayName eq "${name}"`)}`)).body.Resources[0]
          .id;
      await server.scim.patch(`/Groups/${await find(names[1])}`, members('add', first));
      expect(await log('action=group.members-changed&page_size=1')).toMatchObject({
        data: [{ extra_data: { access_changes: [] } }],
      });

      await server.scim.patch(`/Groups/${await find(names[0])}`, members('remove', first));
      expect(await log('action=group.members-changed&page_size=1')).toMatchObject({
        data: [{ extra_data: { access_changes: [] } }],
      });

      await server.scim.patch(`/Groups/${await find(names[1])}`, members('remove', first));
      expect(await changesOf('action=group.members-changed')).toEqual([
        `0 role RE DI: ${group(1)}`,
        `0 workspace member null: ${group(1)}`,
        `0 project IN null: ${group(1)}`,
      ]);

      await server.scim.delete(`/Groups/${await find(names[2])}`);
      expect(await changesOf('action=group.members-changed')).toEqual([
        `2 role RE DI: ${group(2)}`,
        `2 workspace member null: ${group(2)}`,
        `2 project IN null: ${group(2)}`,
      ]);

      const { body: settings } = await server.rest.get('/scim/settings');
      await server.rest.post('/scim/settings', {
        roles_groups: settings.roles_groups.filter(([, name]: string[]) => name !== names[1]),
        workspaces_groups: settings.workspaces_groups.filter(([, name]: string[]) => name !== names[3]),
      });
      expect((await changesOf('action=mappings.changed')).toSorted()).toEqual([
        `1 role RE DI: ${group(1)}`,
        `3 workspace member null: ${group(3)}`,
      ]);

      await server.scim.delete(`/Users/${second?.id}`);
      expect(await changesOf(`action=user.deleted`)).toEqual([
        `1 workspace member null: ${group(1)}`,
        `1 project IN null: ${group(1)}`,
      ]);
    });

    it('names a group as it was called then', async () => {
      const user = await createUser(server.scim);
      const { id } = await createGroup(server.scim, unique('before'));
      const { displayName } = (await server.scim.get(`/Groups/${id}`)).body;
      await addMappings(server, { roles_groups: [['Manager', displayName]] });
      await server.scim.patch(`/Groups/${id}`, {
        Operations: [{ op: 'add', path: 'members', value: [{ value: user.id }] }],
      });
      await server.scim.patch(`/Groups/${id}`, {
        Operations: [{ op: 'replace', path: 'displayName', value: unique('after') }],
      });
      const { data } = await log('action=group.members-changed&page_size=1');
      expect(data[0].extra_data.access_changes).toMatchObject([{ to: 'MA', through: [`group ${displayName}`] }]);
    });

    it.each<[string, (number: number, scimId: string) => Promise<unknown>, string, string[]]>([
      ['an account that is made', () => Promise.resolve(), 'user.created', ['account created']],
      [
        'an account that is deactivated',
        (_, id) => server.scim.patch(`/Users/${id}`, { Operations: [{ op: 'replace', value: { active: false } }] }),
        'user.deactivated',
        ['account deactivated'],
      ],
      [
        'an account that is deleted',
        (_, id) => server.scim.delete(`/Users/${id}`),
        'user.deleted',
        ['account deleted'],
      ],
      [
        'a manual role',
        (user_id) => server.rest.patch('/organizations/0/memberships', { user_id, role: 'MA' }),
        'role.set-manually',
        ['by hand'],
      ],
    ])('says of %s what it was', async (_, change, action, through) => {
      const { id } = await createUser(server.scim);
      const number = await numberOf(server, id);
      await change(number, id);
      const { data } = await log(`affected_user=${number}&action=${action}`);
      expect(data[0].extra_data.access_changes).toMatchObject([{ kind: 'role', through }]);
    });
  });

  describe('of an entry with many', () => {
    const MANY = 250;
    let entry: { id: number; extra_data: { access_changes: object[]; access_changes_count: number } };
    const page = (query: string) => server.rest.get(`/activity-logs/${entry.id}/access-changes${query}`);

    beforeAll(async () => {
      const { title } = await createWorkspace(server);
      const { id, displayName } = await createGroup(server.scim, unique('everybody'));
      await server.database.rows(sql`
        with added as (
          insert into users (organization_id, scim_id, user_name, user_name_key)
          select 1, gen_random_uuid(), 'many' || n, 'many' || n from generate_series(1, ${MANY}::integer) as g (n)
          returning organization_id, id
        ), enrolled as (
          insert into role_assignments (organization_id, user_id, base_role, base_role_source, role, role_source)
          select organization_id, id, 'AN', 'default', 'AN', 'default' from added
        )
        insert into group_members (organization_id, group_id, user_id)
        select a.organization_id, g.id, a.id from added a, groups g where g.organization_id = 1 and g.scim_id = ${id}`);
      await addMappings(server, { workspaces_groups: [[title, displayName]] });
      entry = (await log('action=mappings.changed&page_size=1')).data[0];
    });

    it('shows the first hundred in the log, and all of them in pages', async () => {
      const { access_changes: shown, access_changes_count: count } = entry.extra_data;
      expect([shown.length, count]).toEqual([100, MANY]);
      const first = (await page('')).body;
      expect(first).toMatchObject({ count: MANY, previous: null, next: expect.stringContaining('page=2') });
      expect(first.results).toEqual(shown);
      const last = (await page('?page=3')).body;
      expect([last.results.length, last.next]).toEqual([MANY - 200, null]);
      const whole = (await page('?page_size=1000')).body.results as { user: { id: number } }[];
      expect(new Set(whole.map(({ user }) => user.id)).size).toBe(MANY);
      expect(whole.slice(200)).toEqual(last.results);
      expect((await page('?page=4')).body).toMatchObject({ count: MANY, results: [], next: null });
    });

    it('shows those of one user', async () => {
      const { user } = (await page('?page=2&page_size=1')).body.results[0];
      const { body } = await page(`?affected_user=${user.id}`);
      expect(body).toMatchObject({ count: 1, results: [{ user, kind: 'workspace' }] });
    });

    it.each([
      ['/activity-logs/999999999/access-changes', 404],
      ['/activity-logs/99999999999999999999999999/access-changes', 404],
      ['/activity-logs/all/access-changes', 404],
    ])('answers %s with %d', async (path, status) => {
      expect((await server.rest.get(path)).status).toBe(status);
    });

    it('shows nothing to other organizations and to those who may not see the log', async () => {
      const other = await createTenant(server, 'owner@elsewhere.test');
      expect((await other.rest.get(`/activity-logs/${entry.id}/access-changes`)).status).toBe(404);
      const { rest } = await createPerson(server, 'MA');
      expect((await rest.get(`/activity-logs/${entry.id}/access-changes`)).status).toBe(403);
    });
  });
});
