import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { MikroORM } from '@mikro-orm/core';
import { DatabaseSchema, type SqlEntityManager } from '@mikro-orm/sql';
import { sql } from 'kysely';
import { startTestServer, type TestServer } from '../support/test-server.js';

/**
 * The schema of the database as the ORM reads it, without what entities do not describe: views, triggers, the list of
 * migrations, and foreign keys, which lead from module to module.
 */
async function storedSchema(orm: MikroORM): Promise<DatabaseSchema> {
  const em = orm.em as SqlEntityManager;
  const schema = await DatabaseSchema.create(
    em.getConnection(),
    em.getPlatform(),
    orm.config,
    undefined,
    undefined,
    undefined,
    ['migrations'],
    [/./],
  );
  for (const table of schema.getTables()) {
    const keys = table.getForeignKeys();
    for (const name of Object.keys(keys)) delete keys[name];
    table.setTriggers([]);
  }
  return schema;
}

describe('The schema', () => {
  let server: TestServer;
  let orm: MikroORM;

  beforeAll(async () => {
    server = await startTestServer();
    orm = server.app.get(MikroORM);
  });
  afterAll(() => server.close());

  async function run(statements: string): Promise<void> {
    for (const statement of statements.split(';')) await server.database.rows(sql.raw(statement));
  }

  /** What the ORM would change in the database. */
  async function difference(): Promise<string> {
    return orm.schema.getUpdateSchemaSQL({ wrap: false, fromSchema: await storedSchema(orm) });
  }

  it('has the tables, columns, defaults, keys, indexes and checks of the entities, and no others', async () => {
    expect(await difference()).toBe('');
  });

  it.each([
    ['create table strays (organization_id integer primary key)', 'drop table strays'],
    ['alter table users add stray text', 'alter table users drop stray'],
    ['alter table groups alter version set default 2', 'alter table groups alter version set default 1'],
    ['alter table projects alter color set not null', 'alter table projects alter color drop not null'],
    ['alter table projects alter color type varchar(9)', 'alter table projects alter color type text'],
    ['create index strays on projects (title)', 'drop index strays'],
    ['alter index users_visible_idx rename to strays', 'alter index strays rename to users_visible_idx'],
    [
      'drop index users_is_owner_key; create unique index users_is_owner_key on users (organization_id) where active',
      'drop index users_is_owner_key; create unique index users_is_owner_key on users (organization_id) where is_owner',
    ],
    [
      `alter table role_mappings drop constraint role_mappings_role_check,
         add constraint role_mappings_role_check check (role in ('AD', 'MA'))`,
      `alter table role_mappings drop constraint role_mappings_role_check,
         add constraint role_mappings_role_check check (role in ('AD', 'MA', 'RE', 'AN', 'NO', 'DI'))`,
    ],
  ])('would differ after: %s', async (change, undo) => {
    await run(change);
    expect(await difference()).not.toBe('');
    await run(undo);
    expect(await difference()).toBe('');
  });

  it('has the organization in every table, first in its primary key', async () => {
    const keys = await server.database.rows<{ table: string; first: string }>(sql`
      select c.conrelid::regclass::text as "table", a.attname as first from pg_constraint c
        join pg_attribute a on a.attrelid = c.conrelid and a.attnum = c.conkey[1]
       where c.contype = 'p' and c.connamespace = 'public'::regnamespace
         and c.conrelid::regclass::text not in ('organizations', 'migrations')`);
    expect(keys).toHaveLength(orm.getMetadata().getAll().size - 1);
    expect(keys.filter(({ first }) => first !== 'organization_id')).toEqual([]);
  });

  it('has the organization in every foreign key between rows of tenants', async () => {
    const keys = await server.database.rows<{ name: string }>(sql`
      select c.conname as name from pg_constraint c
       where c.contype = 'f' and c.connamespace = 'public'::regnamespace
         and c.confrelid <> 'organizations'::regclass
         and not exists (select from pg_attribute a join pg_attribute b on b.attrelid = c.confrelid
                           and b.attnum = c.confkey[1]
                          where a.attrelid = c.conrelid and a.attnum = c.conkey[1]
                            and a.attname = 'organization_id' and b.attname = 'organization_id')`);
    expect(keys).toEqual([]);
  });

  it('has an index behind every foreign key between rows of tenants that a deletion or an update follows', async () => {
    const unindexed = await server.database.rows<{ name: string }>(sql`
      select c.conname as name from pg_constraint c
       where c.contype = 'f' and c.connamespace = 'public'::regnamespace and c.confdeltype = 'c'
         and c.conrelid <> 'access_tokens'::regclass
         and not exists (select from pg_index i where i.indrelid = c.conrelid
                           and (i.indkey::int2[])[0:1] = c.conkey[1:2])`);
    expect(unindexed).toEqual([]);
  });
});
