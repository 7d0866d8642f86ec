import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { sql, type RawBuilder } from 'kysely';
import { CONNECTIONS } from '../support/rows-read.js';
import { onPostgreSql } from '../support/test-database.js';
import { startTestServer, type TestServer } from '../support/test-server.js';

const USERS = 5_000;
/** More runs than PostgreSQL plans anew before it may keep a plan. */
const MORE_THAN_PLANNED = 12;

/** The statements with which repositories read all users of an organization. */
const QUESTIONS: [string, RawBuilder<unknown>, string][] = [
  [
    'an account to revive by its email',
    sql`select id from users where organization_id + 0 = 1 and deleted_at is not null and email_key = 'gone@example.org'
        order by deleted_at desc, id desc limit 1 for update`,
    'users_deleted_email_idx',
  ],
  [
    'an account to revive by its userName',
    sql`select id from users where organization_id + 0 = 1 and deleted_at is not null and email_key is null
        and user_name_key = 'gone' order by deleted_at desc, id desc limit 1 for update`,
    'users_deleted_user_name_idx',
  ],
  [
    'the page behind a cursor',
    sql`select type, id from (select 'User'::text as type, u.id from users u
          where u.organization_id = 1 and u.visible and true) as position
        where (type > 'User' or (type = 'User' and id > 2500)) order by type, id limit 101`,
    'users_visible_idx',
  ],
];

describe('The plan', () => {
  let server: TestServer;

  beforeAll(async () => {
    server = await startTestServer({ DATABASE_POOL_MAX: CONNECTIONS });
    await server.database.rows(sql`
      insert into users (organization_id, scim_id, user_name, user_name_key, email, email_key, attributes)
      select 1, gen_random_uuid(), name, name, name, name, jsonb_build_object('title', (select string_agg(md5(name || k), '') from generate_series(1, 20) k))
        from generate_series(1, ${USERS}::integer) i, lateral (select 'row' || i || '@example.org' as name) as named`);
    await server.database.rows(sql`vacuum analyze users`);
  });
  afterAll(() => server.close());

  it.each(QUESTIONS)('for %s reads an index, not the table', async (_, question, index) => {
    const rows = await server.database.rows(sql<Record<string, string>>`explain ${question}`);
    const plan = rows.map((row) => Object.values(row).join()).join('\n');
    expect(plan).toContain(index);
    expect(plan).not.toContain('Seq Scan on users');
  });

  it('for a list is kept by PostgreSQL; the embedded database plans every statement anew', async () => {
    for (let number = 0; number < MORE_THAN_PLANNED; number++)
      expect((await server.scim.get('/Users?count=100')).status).toBe(200);

    const row = await server.database.row<{ kept: boolean }>(sql`
      select coalesce(bool_or(generic_plans > 0), false) as kept
        from pg_prepared_statements where statement like '%position_total%'`);
    expect(row?.kept).toBe(onPostgreSql);
  });
});
