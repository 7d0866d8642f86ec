import { PGlite } from '@electric-sql/pglite';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { Migration } from '@mikro-orm/migrations';
import { type SqlEntityManager } from '@mikro-orm/sql';
import { sql } from 'kysely';
import { createHash, randomBytes } from 'node:crypto';
import { migrations, type NamedMigration } from '../../src/platform/database/migrations/index.js';
import { openOrm } from '../support/open-orm.js';
import { administer, databaseUrl } from '../support/template-database.js';
import type { TestDatabase } from '../support/test-database.js';
import { OWNER_TOKEN, startTestServer, type TestServer } from '../support/test-server.js';

const { TEST_DATABASE_URL: url } = process.env;

/** A migration that a later release might have: it adds a column and fills it from the existing rows. */
class CountedMembers extends Migration {
  override up(): void {
    this.addSql(`alter table groups add column planted_size integer not null default 0`);
    this.addSql(`update groups g set planted_size = (select count(*) from group_members m
                  where m.organization_id = g.organization_id and m.group_id = g.id)`);
  }
}

const FIRST = '0001-initial';
const PLANTED: NamedMigration = { name: '9999-counted-members', class: CountedMembers };
const LATER = [...migrations, PLANTED];

/** An empty database of the kind under test, which stays when a server closes it. */
async function emptyDatabase(): Promise<TestDatabase> {
  if (url) {
    const name = `rolecall_upgrade_${randomBytes(6).toString('hex')}`;
    await administer(url, `create database ${name}`);
    return {
      settings: { DATABASE_URL: databaseUrl(url, name) },
      connection: { migrations: LATER },
      drop: () => administer(url, `drop database if exists ${name} with (force)`),
    };
  }
  const pglite = await PGlite.create('memory://');
  return {
    settings: { DATA_DIR: 'memory://' },
    connection: { migrations: LATER, embedded: { pglite } },
    drop: () => pglite.close(),
  };
}

const hash = createHash('sha256').update(OWNER_TOKEN).digest('hex');

/** The rows of a server of the first release after a push: an Owner with a token, and Ana, a Reviewer by her group. */
const ROWS = [
  sql`insert into organizations (id, title) overriding system value values (1, 'Acme')`,
  sql`insert into users (organization_id, id, scim_id, user_name, user_name_key, email, email_key, email_keys, is_owner,
                         attributes)
      overriding system value values
      (1, 1, '0198b0c2-0000-7000-8000-000000000001', 'owner@acme.test', 'owner@acme.test', 'owner@acme.test',
       'owner@acme.test', '{owner@acme.test}', true, '{}'),
      (1, 2, '0198b0c2-0000-7000-8000-000000000002', 'ana@acme.test', 'ana@acme.test', 'ana@acme.test', 'ana@acme.test',
       '{ana@acme.test}', false, '{"name": {"givenName": "Ana", "familyName": "Ito"}}')`,
  sql`insert into groups (organization_id, id, scim_id, display_name, display_name_key, last_pushed_at)
      overriding system value values (1, 1, '0198b0c2-0000-7000-8000-000000000003', 'QA', 'qa', now())`,
  sql`insert into group_members (organization_id, group_id, user_id) values (1, 1, 2)`,
  sql`insert into role_mappings (organization_id, group_id, role, position) values (1, 1, 'RE', 1)`,
  sql`insert into role_assignments (organization_id, user_id, base_role, base_role_source, mapped_role, role, role_source)
      values (1, 1, 'AN', 'default', null, 'OW', 'owner'), (1, 2, null, null, 'RE', 'RE', 'scim')`,
  sql`insert into access_tokens (organization_id, user_id, name, token_hash, prefix)
      values (1, 1, 'First token', decode(${hash}, 'hex'), 'the-own')`,
  sql`select setval(pg_get_serial_sequence('organizations', 'id'), 1), setval(pg_get_serial_sequence('users', 'id'), 2),
             setval(pg_get_serial_sequence('groups', 'id'), 1)`,
];

describe('An upgrade from the first migration', () => {
  let database: TestDatabase;
  let server: TestServer;

  beforeAll(async () => {
    database = await emptyDatabase();
    const orm = await openOrm(database.settings, database.connection);
    await orm.migrator.up({ to: FIRST });
    const kysely = (orm.em.fork() as SqlEntityManager).getKysely<never>();
    for (const row of ROWS) await row.execute(kysely);
    await orm.close(true);
    server = await startTestServer({}, database);
  }, 60_000);
  afterAll(async () => {
    await server.close();
    await database.drop();
  });

  it('takes every later step, with the rows that there are', async () => {
    const done = await server.database.rows<{ name: string }>(sql`select name from migrations order by id`);
    expect(done.map(({ name }) => name)).toEqual(LATER.map(({ name }) => name));
    expect(await server.database.rows(sql`select planted_size from groups`)).toEqual([{ planted_size: 1 }]);
  });

  it('keeps the people, their tokens and what they may do', async () => {
    const { body } = await server.scim.get('/Users/ana@acme.test');
    expect(body).toMatchObject({ id: '0198b0c2-0000-7000-8000-000000000002', name: { givenName: 'Ana' } });
    expect((await server.scim.get('/Users?count=0')).body).toMatchObject({ totalResults: 2 });
    expect((await server.rest.get('/users/2/access')).body).toMatchObject({
      role: 'RE',
      role_grants: [{ kind: 'mapping', group: 'QA', role: 'RE' }],
    });
    expect((await server.rest.post('/provisioning/reconcile?dry_run=true', {})).body).toEqual({
      users_checked: 2,
      drift: 0,
      changes: [],
    });
  });

  it('leaves a database that takes writes', async () => {
    const { status, body } = await server.scim.post('/Users', { userName: 'ben@acme.test' });
    expect(status).toBe(201);
    const members = { Operations: [{ op: 'add', path: 'members', value: [{ value: body.id }] }] };
    expect((await server.scim.patch('/Groups/QA', members)).status).toBe(204);
    expect((await server.rest.get('/users/3/access')).body).toMatchObject({ role: 'RE' });
  });
});

describe('The migrations', () => {
  it('are named after their numbers, in order', () => {
    expect(migrations.map(({ name }) => name.slice(0, 5))).toEqual(
      migrations.map((_, at) => `${String(at + 1).padStart(4, '0')}-`),
    );
  });
});
