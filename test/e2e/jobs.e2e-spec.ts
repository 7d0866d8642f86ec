import { afterAll, afterEach, beforeAll, describe, expect, it, jest } from '@jest/globals';
import type { FactoryProvider } from '@nestjs/common';
import { sql } from 'kysely';
import { activityRetention } from '../../src/modules/activity/activity-retention.js';
import { AccessTokenRepository } from '../../src/modules/auth/access-token.repository.js';
import { tokenRetention } from '../../src/modules/auth/token-retention.js';
import { ReconcileService } from '../../src/modules/provisioning/index.js';
import { ReconcileJob } from '../../src/modules/provisioning/access-api/reconcile/reconcile.job.js';
import { accessChangeRetention } from '../../src/modules/provisioning/engine/access-change.repository.js';
import { Transactions } from '../../src/platform/database/transactions.js';
import type { Retention } from '../../src/platform/upkeep/retention.js';
import { createUser } from '../support/people.js';
import { createTenant } from '../support/tenants.js';
import { createTestDatabase, onPostgreSql, type TestDatabase } from '../support/test-database.js';
import { startTestServer, type TestServer } from '../support/test-server.js';

const total = async ({ database }: TestServer, table: string): Promise<number> =>
  (await database.row<{ total: number }>(sql`select count(*)::integer as total from ${sql.table(table)}`))?.total ?? -1;

describe('Retention', () => {
  let server: TestServer;

  beforeAll(async () => {
    server = await startTestServer({ ACTIVITY_RETENTION_DAYS: 30 });
    await createTenant(server, 'owner@retention.test');
  });
  afterAll(() => server.close());

  const retentionOf = ({ provide }: FactoryProvider<Retention>) => server.app.get<Retention>(provide);
  const AGES = sql`organizations o, unnest(array[0, 29, 31, 400]) as age (days), generate_series(1, 3000)`;

  it('of the activity log removes what is older than the days that are set, of all organizations', async () => {
    const before = await total(server, 'activity_entries');
    await server.database.rows(sql`
      insert into activity_entries (organization_id, occurred_at, channel, action)
      select o.id, now() - age.days * interval '1 day', 'system', 'filled' from ${AGES}`);
    expect(await retentionOf(activityRetention).run()).toBe(12_000);
    expect(await total(server, 'activity_entries')).toBe(before + 12_000);
    expect(await retentionOf(activityRetention).run()).toBe(0);
  });

  it('of changes of access goes with it', async () => {
    const before = await total(server, 'access_changes');
    await server.database.rows(sql`
      insert into access_changes (organization_id, user_id, kind, previous, current, created_at)
      select o.id, u.id, 'role', 'AN', 'RE', now() - age.days * interval '1 day'
        from users u, ${AGES} where u.organization_id = o.id and u.is_owner order by age.days desc`);
    expect(await retentionOf(accessChangeRetention).run()).toBe(12_000);
    expect(await total(server, 'access_changes')).toBe(before + 12_000);
  });

  it('of tokens begins 90 days after they have ended', async () => {
    const before = await total(server, 'access_tokens');
    await server.database.rows(sql`
      insert into access_tokens (organization_id, user_id, name, token_hash, prefix, expires_at, revoked_at)
      select organization_id, id, 'old', decode(md5(concat(expired, ' ', revoked)), 'hex'), 'rc_',
             now() - expired * interval '1 day', now() - revoked * interval '1 day'
        from users, (values (-1, null), (89, null), (91, null), (null, 89), (null, 91), (-1, 91)) as ended (expired, revoked)
       where is_owner and email = 'owner@retention.test' and (expired is not null or revoked is not null)`);
    expect(await retentionOf(tokenRetention).run()).toBe(3);
    expect(await total(server, 'access_tokens')).toBe(before + 3);
  });

  it('stops between two steps when the server does', async () => {
    const remove = jest.spyOn(server.app.get(AccessTokenRepository), 'removeEndedBefore');
    expect(await retentionOf(tokenRetention).run(AbortSignal.abort())).toBe(0);
    expect(remove).not.toHaveBeenCalled();
    remove.mockRestore();
  });

  it('is done by one instance at a time, and by another when that is done', async () => {
    const transactions = server.app.get(Transactions);
    let finish = (): void => undefined;
    const held = new Promise<void>((resolve) => (finish = resolve));
    let first: Promise<string | undefined> | undefined;
    await new Promise<void>((begun) => {
      first = transactions.alone('a task', () => {
        begun();
        return held.then(() => 'first');
      });
    });
    const second = onPostgreSql ? await transactions.alone('a task', () => Promise.resolve('second')) : undefined;
    const other = onPostgreSql ? await transactions.alone('another', () => Promise.resolve('other')) : 'other';
    finish();
    expect([await first, second, other]).toEqual(['first', undefined, 'other']);
    expect(await transactions.alone('a task', () => Promise.resolve('third'))).toBe('third');
  });
});

describe('The daily check of access', () => {
  let database: TestDatabase;
  let instances: [TestServer, TestServer];
  let server: TestServer;

  beforeAll(async () => {
    database = await createTestDatabase();
    server = await startTestServer({ RECONCILE_EVERY_HOURS: 24 }, database);
    instances = [server, onPostgreSql ? await startTestServer({ RECONCILE_EVERY_HOURS: 24 }, database) : server];
    for (const n of [2, 3, 4]) await createTenant(server, `owner-${n}@nightly.test`);
    await createUser(server.scim);
  });
  afterAll(async () => {
    for (const instance of new Set(instances)) await instance.close();
    await database.drop();
  });
  afterEach(() => {
    jest.restoreAllMocks();
  });

  const results = () =>
    server.database.rows<{ id: number; users_checked: number; drift: number; repaired: boolean }>(sql`
      select organization_id as id, users_checked, drift, repaired from reconciliations order by organization_id`);
  const age = (hours: number) =>
    server.database.rows(sql`
      update reconciliations set started_at = started_at - make_interval(hours => ${hours}::integer),
                                 finished_at = finished_at - make_interval(hours => ${hours}::integer)`);
  const runAll = async () => (await Promise.all(instances.map(({ app }) => app.get(ReconcileJob).run()))).flat().sort();

  it('checks each organization once, however many instances are at it', async () => {
    expect(await runAll()).toEqual([1, 2, 3, 4]);
    expect(await results()).toMatchObject([
      { id: 1, users_checked: 2, drift: 0, repaired: false },
      { id: 2, users_checked: 1, drift: 0, repaired: false },
      { id: 3, users_checked: 1, drift: 0 },
      { id: 4, users_checked: 1, drift: 0 },
    ]);
    expect(await runAll()).toEqual([]);
  });

  it('is due again when the hours are over', async () => {
    await age(23);
    expect(await runAll()).toEqual([]);
    await age(2);
    expect(await runAll()).toEqual([1, 2, 3, 4]);
  });

  it('repairs what is wrong, and says so as an error', async () => {
    await server.database.rows(sql`update role_assignments set role = 'MA' where organization_id = 1 and role = 'AN'`);
    await age(25);
    await runAll();
    expect((await results())[0]).toEqual({ id: 1, users_checked: 2, drift: 1, repaired: true });
    const repaired = await server.database.rows(sql`
      select a.role, c.previous, c.current, length(c.request_id) as id from role_assignments a
        join access_changes c on c.organization_id = a.organization_id and c.user_id = a.user_id
       where a.organization_id = 1 and c.previous = 'MA'`);
    expect(repaired).toEqual([{ role: 'AN', previous: 'MA', current: 'AN', id: 36 }]);
  });

  it('is begun again an hour after the process that was at it has died', async () => {
    jest.spyOn(server.app.get(ReconcileService), 'check').mockRejectedValue(new Error('killed'));
    await age(25);
    await expect(server.app.get(ReconcileJob).run()).rejects.toThrow('killed');
    jest.restoreAllMocks();
    expect(await runAll()).toHaveLength(3);
    expect(await runAll()).toEqual([]);
    await age(2);
    expect(await runAll()).toHaveLength(1);
  });

  it('counts a check that somebody asked for', async () => {
    await age(25);
    await server.rest.post('/provisioning/reconcile?dry_run=true', {});
    await server.rest.post('/provisioning/reconcile', {});
    expect((await results())[0]).toMatchObject({ id: 1, drift: 0, repaired: true });
    expect(await runAll()).toEqual([2, 3, 4]);
  });
});
