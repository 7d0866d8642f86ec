import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { sql } from 'kysely';
import { UserTotalRepository } from '../../src/modules/users/user-total.repository.js';
import { aUser, createUser } from '../support/people.js';
import { createTenant } from '../support/tenants.js';
import { startTestServer, type TestServer } from '../support/test-server.js';

interface Totals {
  readonly organization_id: number;
  readonly kept: number;
  readonly counted: number;
  readonly rows: number;
}

describe('The kept total of accounts', () => {
  let server: TestServer;

  beforeAll(async () => {
    server = await startTestServer();
    await createTenant(server, 'owner@totals.test');
  });
  afterAll(() => server.close());

  const totals = () =>
    server.database.rows<Totals>(sql`
      select o.id as organization_id,
             (select coalesce(sum(change), 0)::integer from user_totals where organization_id = o.id) as kept,
             (select count(*)::integer from users where organization_id = o.id and visible) as counted,
             (select count(*)::integer from user_totals where organization_id = o.id) as rows
        from organizations o order by o.id`);
  const addUp = () => server.app.get(UserTotalRepository).addUp();
  const shown = async () => (await server.scim.get('/Users?count=0')).body.totalResults as number;

  /** Organizations whose kept total is not what counting them gives. */
  const untrue = async () => (await totals()).filter(({ kept, counted }) => kept !== counted);

  it('follows creations, deletions and revivals, and nothing else', async () => {
    expect(await shown()).toBe(1);
    const { id, userName } = await createUser(server.scim);
    expect(await shown()).toBe(2);
    await server.scim.patch(`/Users/${id}`, { Operations: [{ op: 'replace', value: { active: false, title: 'T' } }] });
    expect(await shown()).toBe(2);
    await server.scim.delete(`/Users/${id}`);
    expect(await shown()).toBe(1);
    expect((await server.scim.post('/Users', aUser({ userName }))).status).toBe(201);
    expect(await shown()).toBe(2);
    expect(await untrue()).toEqual([]);
  });

  it('is not touched by what is refused', async () => {
    const { userName } = await createUser(server.scim);
    const before = await shown();
    expect((await server.scim.post('/Users', aUser({ userName }))).status).toBe(409);
    expect((await server.scim.post('/Users', { schemas: [] })).status).toBe(400);
    expect(await shown()).toBe(before);
    expect(await untrue()).toEqual([]);
  });

  it('follows statements with many rows of several organizations', async () => {
    await server.database.rows(sql`
      insert into users (organization_id, scim_id, user_name, user_name_key, deleted_at)
      select o.id, gen_random_uuid(), 'many-' || n, 'many-' || n, case when n % 4 = 0 then now() end
        from organizations o, generate_series(1, 20) n`);
    expect((await totals()).map(({ kept }) => kept)).toEqual([await shown(), 16]);
    await server.database.rows(sql`
      update users set deleted_at = case when deleted_at is null then now() end where user_name like 'many-%'`);
    expect((await totals())[1]?.kept).toBe(6);
    await server.database.rows(sql`delete from users where user_name like 'many-%'`);
    expect((await totals())[1]?.kept).toBe(1);
    expect(await untrue()).toEqual([]);
  });

  it('is the same after adding up, which leaves a row for each organization, even at the same time', async () => {
    const before = await totals();
    await Promise.all([addUp(), createUser(server.scim), addUp(), createUser(server.scim), addUp()]);
    await addUp();
    const after = await totals();
    expect(after.map(({ rows }) => rows)).toEqual([1, 1]);
    expect(after.map(({ kept }) => kept)).toEqual([Number(before[0]?.kept) + 2, before[1]?.kept]);
    await addUp();
    expect(await totals()).toEqual(after);
    expect(await untrue()).toEqual([]);
  });

  it('counts for lists without a filter alone', async () => {
    const { userName } = await createUser(server.scim);
    const { body } = await server.scim.get(`/Users?filter=${encodeURIComponent(`userName eq "${userName}"`)}`);
    expect(body.totalResults).toBe(1);
    expect((await server.scim.get('/Users?startIndex=1000&count=10')).body).toMatchObject({
      totalResults: await shown(),
    });
    expect(await untrue()).toEqual([]);
  });
});
