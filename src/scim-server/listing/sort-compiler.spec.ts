import type { PGlite } from '@electric-sql/pglite';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { sql } from 'kysely';
import {
  compiled,
  createUserTables,
  insertUsers,
  userMapping,
  type StoredUser,
  type UserResource,
} from '../../../test/database/filter-fixture.js';
import {
  InvalidValueError,
  resolveSortBy,
  userResourceType,
  type ResolvedAttribute,
  type SortOrder,
} from '../../scim/index.js';
import { compileSortKey } from './sort-compiler.js';
import { orderTerms } from './sort-order.js';

function user(position: number, userName: string, attributes: Partial<UserResource>): StoredUser {
  const meta = { created: '2026-01-31T08:00:00.000Z' };
  const id = `00000000-0000-4000-8000-00000000000${position}`;
  return { position, resource: { active: true, meta, ...attributes, id, userName } };
}

function attribute(sortBy: string): ResolvedAttribute {
  const resolved = resolveSortBy(sortBy, userResourceType);
  if (!resolved) throw new Error(`Users have no ${sortBy}`);
  return resolved;
}

const users = [
  user(0, 'bo', { emails: [{ value: 'z@x' }, { value: 'a@x', primary: true }], nickName: 'b' }),
  user(1, 'Al', { emails: [{ value: 'C@x' }, { value: 'a@x', primary: false }], active: false }),
  user(2, 'cy', { nickName: 'A', meta: { created: '2025-01-31T08:00:00.000Z' } }),
  user(3, 'Di', { emails: [{ value: 'b@x' }], nickName: 'C', externalId: 'a' }),
];

describe('compileSortKey', () => {
  let database: PGlite;

  beforeAll(async () => {
    database = await createUserTables();
    await insertUsers(database, users);
  });

  afterAll(() => database.close());

  it.each<[string, SortOrder, string[]]>([
    ['userName', 'ascending', ['Al', 'bo', 'cy', 'Di']],
    ['userName', 'descending', ['Di', 'cy', 'bo', 'Al']],
    ['nickName', 'ascending', ['cy', 'bo', 'Di', 'Al']],
    ['nickName', 'descending', ['Al', 'Di', 'bo', 'cy']],
    ['emails', 'ascending', ['bo', 'Di', 'Al', 'cy']],
    ['emails', 'descending', ['cy', 'Al', 'Di', 'bo']],
    ['emails.primary', 'descending', ['Al', 'cy', 'Di', 'bo']],
    ['active', 'ascending', ['Al', 'bo', 'cy', 'Di']],
    ['externalId', 'ascending', ['Di', 'bo', 'Al', 'cy']],
    ['meta.created', 'ascending', ['cy', 'bo', 'Al', 'Di']],
    ['id', 'descending', ['Di', 'cy', 'Al', 'bo']],
  ])('orders by %s %s', async (sortBy, order, expected) => {
    const key = compileSortKey(attribute(sortBy), userMapping);
    const users = sql`select user_name, ${key} as key, 'User' as type, position as id from users`;
    const query = compiled(sql`select user_name from (${users}) as position order by ${orderTerms({ sorted: order })}`);
    const { rows } = await database.query<{ user_name: string }>(query.sql, [...query.parameters]);
    expect(rows.map((row) => row.user_name)).toEqual(expected);
  });

  it('refuses a collection in another table', () => {
    expect(() => compileSortKey(attribute('groups'), userMapping)).toThrow(InvalidValueError);
  });
});
