import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { sql } from 'kysely';
import type { Answer } from '../support/http-client.js';
import { createTestDatabase, onPostgreSql, type TestDatabase } from '../support/test-database.js';
import { startTestServer, type TestServer } from '../support/test-server.js';

const statuses = (answers: readonly Answer[]) =>
  Object.fromEntries(
    [...new Set(answers.map(({ status }) => status))].map((status) => [
      status,
      answers.filter((answer) => answer.status === status).length,
    ]),
  );

const addMember = (id: string) => ({ Operations: [{ op: 'add', path: 'members', value: [{ value: id }] }] });
const removeMember = (id: string) => ({ Operations: [{ op: 'remove', path: `members[value eq "${id}"]` }] });

describe('Requests at the same time', () => {
  let database: TestDatabase;
  let first: TestServer;
  /** Two instances share a PostgreSQL; an embedded database has one. */
  let second: TestServer;
  const any = (at: number) => (at % 2 === 0 ? first : second).scim;

  async function createUsers(prefix: string, count: number): Promise<string[]> {
    const answers = await Promise.all(
      Array.from({ length: count }, (_, at) => any(at).post('/Users', { userName: `${prefix}-${at}@acme.test` })),
    );
    expect(statuses(answers)).toEqual({ 201: count });
    return answers.map(({ body }) => body.id);
  }

  async function memberCount(name: string): Promise<number> {
    const answer = await any(0).get(`/Groups?filter=${encodeURIComponent(`displayName eq "${name}"`)}`);
    return answer.body.Resources[0].members.length;
  }

  beforeAll(async () => {
    database = await createTestDatabase();
    first = await startTestServer({}, database);
    second = onPostgreSql ? await startTestServer({}, database) : first;
  });
  afterAll(async () => {
    await first.close();
    if (second !== first) await second.close();
    await database.drop();
  });

  it('loses and refuses none of 160 additions of one member each to one group', async () => {
    const users = await createUsers('crowd', 160);
    const group = await any(0).post('/Groups', { displayName: 'crowd' });
    const answers = await Promise.all(
      users.map((user, at) => any(at).patch(`/Groups/${group.body.id}`, addMember(user))),
    );
    expect(statuses(answers)).toEqual({ 204: 160 });
    expect(await memberCount('crowd')).toBe(160);
  });

  it('creates one account of twenty requests with the same userName in different cases', async () => {
    const answers = await Promise.all(
      Array.from({ length: 20 }, (_, at) =>
        any(at).post('/Users', { userName: at % 2 ? 'Twin@acme.test' : 'twin@ACME.test' }),
      ),
    );
    expect(statuses(answers)).toEqual({ 201: 1, 409: 19 });
  });

  it('adopts a placeholder once', async () => {
    await first.rest.post('/scim/settings', { workspaces_groups: [['Adoption', 'adopted']] });
    const answers = await Promise.all(
      Array.from({ length: 10 }, (_, at) => any(at).post('/Groups', { displayName: 'Adopted' })),
    );
    expect(statuses(answers)).toEqual({ 201: 1, 409: 9 });
  });

  it('ends with the right access when groups are pushed while mappings are saved and people come and go', async () => {
    const users = await createUsers('busy', 12);
    const groups = await Promise.all(
      [0, 1, 2].map(async (at) => (await any(at).post('/Groups', { displayName: `busy-${at}` })).body.id as string),
    );
    const roles = ['Reviewer', 'Annotator', 'Manager'];
    const answers = await Promise.all(
      Array.from({ length: 90 }, (_, at) => {
        const [user, group] = [users[(at * 7) % 12] ?? '', groups[at % 3] ?? ''];
        if (at % 9 === 0)
          return first.rest.post('/scim/settings', { roles_groups: [[roles[at % 3], `busy-${at % 3}`]] });
        if (at % 11 === 0)
          return any(at).patch(`/Users/${user}`, { Operations: [{ op: 'replace', value: { active: at % 2 === 0 } }] });
        return any(at).patch(`/Groups/${group}`, at % 4 === 0 ? removeMember(user) : addMember(user));
      }),
    );
    expect(answers.filter(({ status }) => status >= 400)).toEqual([]);
    const drift = await first.database.rows(sql`
      select a.user_id, a.mapped_role, w.role from role_assignments a
        left join lateral (select role_at(max(role_rank(m.role))) as role from group_members g
          join role_mappings m on m.organization_id = g.organization_id and m.group_id = g.group_id
         where g.organization_id = a.organization_id and g.user_id = a.user_id) w on true
        join users u on u.organization_id = a.organization_id and u.id = a.user_id
       where u.active and not u.is_owner and a.mapped_role is distinct from w.role`);
    expect(drift).toEqual([]);
  });
});
