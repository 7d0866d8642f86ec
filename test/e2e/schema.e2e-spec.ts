import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { UnderscoreNamingStrategy } from '@mikro-orm/core';
import { sql } from 'kysely';
import { ActivityEntryEntity, ScimRequestEntity } from '../../src/modules/activity/index.js';
import { AccessTokenEntity } from '../../src/modules/auth/index.js';
import { GroupEntity, GroupMemberEntity } from '../../src/modules/groups/index.js';
import { ProjectMappingEntity, RoleMappingEntity, WorkspaceMappingEntity } from '../../src/modules/mappings/index.js';
import { OrganizationEntity } from '../../src/modules/organizations/index.js';
import {
  AccessChangeEntity,
  ProjectMembershipEntity,
  ReconciliationEntity,
  RoleAssignmentEntity,
  WorkspaceMembershipEntity,
} from '../../src/modules/provisioning/index.js';
import { UserEntity } from '../../src/modules/users/index.js';
import { ProjectEntity, WorkspaceEntity } from '../../src/modules/workspaces/index.js';
import { startTestServer, type TestServer } from '../support/test-server.js';

const ENTITIES = [
  AccessChangeEntity,
  AccessTokenEntity,
  ActivityEntryEntity,
  GroupEntity,
  GroupMemberEntity,
  OrganizationEntity,
  ProjectEntity,
  ProjectMappingEntity,
  ProjectMembershipEntity,
  ReconciliationEntity,
  RoleAssignmentEntity,
  RoleMappingEntity,
  ScimRequestEntity,
  UserEntity,
  WorkspaceEntity,
  WorkspaceMappingEntity,
  WorkspaceMembershipEntity,
];

/** What entities call the types that PostgreSQL's catalogue knows under other names. */
const TYPES: Readonly<Record<string, string>> = {
  datetime: 'timestamp with time zone',
  json: 'jsonb',
  array: 'ARRAY',
  blob: 'bytea',
};

interface Column {
  readonly table: string;
  readonly name: string;
  readonly type: string;
  readonly nullable: boolean;
}

const byName = (a: Column, b: Column) => `${a.table}.${a.name}`.localeCompare(`${b.table}.${b.name}`);
const naming = new UnderscoreNamingStrategy();

function typeName(type: unknown): string {
  const name = typeof type === 'string' ? type : (type as { name: string }).name.replace(/Type$/, '').toLowerCase();
  return TYPES[name] ?? name;
}

function columnsOf({ meta }: (typeof ENTITIES)[number]): Column[] {
  return Object.entries(meta.properties).map(([property, { type, nullable }]) => ({
    table: meta.tableName,
    name: naming.propertyToColumnName(property),
    type: typeName(type),
    nullable: nullable ?? false,
  }));
}

describe('The schema', () => {
  let server: TestServer;

  beforeAll(async () => {
    server = await startTestServer();
  });
  afterAll(() => server.close());

  it('has exactly the columns that the entities describe', async () => {
    const stored = await server.database.rows<Column>(sql`
      select table_name as "table", column_name as name, data_type as type, is_nullable = 'YES' as nullable
        from information_schema.columns c
        join information_schema.tables t using (table_schema, table_name)
       where table_schema = 'public' and table_type = 'BASE TABLE' and table_name <> 'migrations'`);
    expect(ENTITIES.flatMap(columnsOf).sort(byName)).toEqual(stored.sort(byName));
  });

  it('has the organization in every table, first in its primary key', async () => {
    const keys = await server.database.rows<{ table: string; first: string }>(sql`
      select c.conrelid::regclass::text as "table", a.attname as first from pg_constraint c
        join pg_attribute a on a.attrelid = c.conrelid and a.attnum = c.conkey[1]
       where c.contype = 'p' and c.connamespace = 'public'::regnamespace
         and c.conrelid::regclass::text not in ('organizations', 'migrations')`);
    expect(keys).toHaveLength(ENTITIES.length - 1);
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
