import { PGlite } from '@electric-sql/pglite';
import {
  DummyDriver,
  Kysely,
  PostgresAdapter,
  PostgresIntrospector,
  PostgresQueryCompiler,
  sql,
  type RawBuilder,
} from 'kysely';
import type { AttributeMapping } from '../../src/scim-server/filter/attribute-mapping.js';
import { Urn, type ScimResource } from '../../src/scim/index.js';
import { foldName } from '../../src/text/index.js';

/** A user resource as the fixture stores it; `position` tells resources apart in results. */
export interface StoredUser {
  readonly position: number;
  readonly resource: UserResource;
}

export interface UserResource extends ScimResource {
  id: string;
  externalId?: string;
  userName: string;
  active?: boolean;
  name?: { givenName?: string; familyName?: string } | undefined;
  emails?: { value?: string; type?: string; primary?: boolean }[];
  groups?: { value: string; display: string }[];
  meta: { created: string };
}

/** Compiles SQL for PostgreSQL, without a connection. */
const compiler = new Kysely<unknown>({
  dialect: {
    createAdapter: () => new PostgresAdapter(),
    createDriver: () => new DummyDriver(),
    createIntrospector: (db) => new PostgresIntrospector(db),
    createQueryCompiler: () => new PostgresQueryCompiler(),
  },
});

export function compiled(query: RawBuilder<unknown>): { sql: string; parameters: readonly unknown[] } {
  return query.compile(compiler);
}

/**
 * Users with attributes in every kind of place: columns of all types, folded columns, an array, a document, another
 * table.
 */
export const userMapping: AttributeMapping = {
  document: sql`users.attributes`,
  columns: {
    id: { value: sql`users.scim_id`, uuid: true },
    externalid: { value: sql`users.external_id` },
    username: { value: sql`users.user_name`, folded: sql`users.user_name_key` },
    active: { value: sql`users.active` },
    'name.familyname': { value: sql`users.family_name` },
    'meta.created': { value: sql`users.created_at` },
    [`${Urn.enterpriseUser}:department`.toLowerCase()]: { value: sql`users.department` },
  },
  collections: {
    groups: {
      from: (condition) =>
        sql<boolean>`exists (select from memberships where memberships.user_position = users.position and ${condition})`,
      columns: {
        value: { value: sql`memberships.group_id`, uuid: true },
        display: { value: sql`memberships.display` },
        type: { value: sql`'direct'::text` },
      },
    },
  },
  arrays: { 'emails.value': sql`users.email_keys` },
};

const tables = `
  create table users (
    position integer primary key,
    scim_id uuid not null unique,
    external_id text,
    user_name text not null,
    user_name_key text not null,
    active boolean,
    family_name text,
    department text,
    created_at timestamptz not null,
    email_keys text[] not null,
    attributes jsonb not null
  );
  create index users_user_name_key_idx on users (user_name_key);
  create index users_email_keys_idx on users using gin (email_keys);
  create table memberships (user_position integer not null references users, group_id uuid not null, display text not null);
`;

/** Makes an empty database. */
export async function createUserTables(): Promise<PGlite> {
  const database = await PGlite.create();
  await database.exec(tables);
  return database;
}

/**
 * Stores users as the mapping says. Attributes with a column are not in the document, and instants get microseconds.
 */
export async function insertUsers(database: PGlite, users: readonly StoredUser[]): Promise<void> {
  for (const { position, resource } of users) {
    const {
      id,
      externalId,
      userName,
      active,
      name,
      groups,
      meta,
      [Urn.enterpriseUser]: enterprise,
      ...rest
    } = resource;
    const { familyName, ...names } = name ?? {};
    const { department, ...work } = { ...enterpriseOf(enterprise) };
    const document = {
      ...rest,
      ...(name && Object.keys(names).length > 0 ? { name: names } : {}),
      ...(Object.keys(work).length > 0 ? { [Urn.enterpriseUser]: work } : {}),
    };
    const emails = (resource.emails ?? []).flatMap(({ value }) => (value === undefined ? [] : [foldName(value)]));
    await database.query(`insert into users values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11)`, [
      position,
      id,
      externalId,
      userName,
      foldName(userName),
      active,
      familyName,
      department,
      meta.created.replace('Z', '789Z'),
      emails,
      JSON.stringify(document),
    ]);
    for (const { value, display } of groups ?? [])
      await database.query(`insert into memberships values ($1, $2, $3)`, [position, value, display]);
  }
}

/** The positions of the users that fulfil a condition, in order. */
export async function positionsWhere(database: PGlite, condition: RawBuilder<boolean>): Promise<number[]> {
  const query = compiled(sql`select position from users where ${condition} order by position`);
  const { rows } = await database.query<{ position: number }>(query.sql, [...query.parameters]);
  return rows.map(({ position }) => position);
}

function enterpriseOf(extension: unknown): Record<string, unknown> {
  return typeof extension === 'object' && extension !== null ? { ...extension } : {};
}
