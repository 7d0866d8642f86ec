import type { PGlite } from '@electric-sql/pglite';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { sql } from 'kysely';
import { randomFilter, randomUser } from '../../../test/database/random-users.js';
import {
  compiled,
  createUserTables,
  insertUsers,
  positionsWhere,
  userMapping,
  type StoredUser,
} from '../../../test/database/filter-fixture.js';
import {
  matches,
  parseFilter,
  printFilter,
  resolveFilter,
  userResourceType,
  type Attribute,
  type AttributeType,
  type ResolvedFilter,
} from '../../scim/index.js';
import { compileFilter } from './filter-compiler.js';

/** An attribute like `displayName`, but of another type. */
function attributeOf(name: string, type: AttributeType): Attribute {
  const model = userResourceType.schema.attributes.find((attribute) => attribute.name === 'displayName');
  if (!model) throw new Error('Users have no displayName');
  return { ...model, name, type };
}

const ID = '0b7e3c1a-6f7d-4c52-9d0e-1f2a3b4c5d6e';
const bound = (text: string): ResolvedFilter => resolveFilter(parseFilter(text), userResourceType);
const condition = (text: string): { sql: string; parameters: readonly unknown[] } =>
  compiled(compileFilter(bound(text), userMapping));

describe('compileFilter', () => {
  it.each([
    ['userName eq "KIM"', 'users.user_name_key = $1::text', ['kim']],
    ['userName eq " KIM\u200b"', 'users.user_name_key = $1::text', ['kim']],
    ['userName ge "KIM "', 'users.user_name_key collate "C" >= $1::text', ['kim']],
    ['userName sw " KIM "', 'users.user_name_key like $1::text', [' kim %']],
    ['externalId eq " KIM "', 'users.external_id = $1::text', [' KIM ']],
    ['externalId eq "KIM"', 'users.external_id = $1::text', ['KIM']],
    [`id eq "${ID}"`, 'users.scim_id = $1::uuid', [ID]],
    [`id eq "${ID.toUpperCase()}"`, 'false', []],
    ['id eq "0"', 'false', []],
    ['id sw "0b"', 'users.scim_id::text like $1::text', ['0b%']],
    ['userName sw "50%_\\\\"', 'users.user_name_key like $1::text', ['50\\%\\_\\\\%']],
    ['userName gt "k"', 'users.user_name_key collate "C" > $1::text', ['k']],
    ['emails eq "Kim@x"', 'users.email_keys @> array[$1]::text[]', ['kim@x']],
    ['emails eq " Kim@x" or email eq "a "', 'users.email_keys && array[$1, $2]::text[]', ['kim@x', 'a']],
    ['emails eq "a" or email eq "B"', 'users.email_keys && array[$1, $2]::text[]', ['a', 'b']],
    ['userName eq "a" or userName eq "b"', 'users.user_name_key = any(array[$1::text, $2::text])', ['a', 'b']],
    ['active eq true', 'users.active = $1::boolean', [true]],
    ['not (active eq true)', '(users.active = $1::boolean) is not true', [true]],
    ['groups pr', 'exists (select from memberships where memberships.user_position = users.position and true)', []],
    [
      'nickName eq "K"',
      `lower(normalize((users.attributes ->> 'nickName'), nfc)) = lower(normalize($1::text, nfc))`,
      ['K'],
    ],
  ])('compiles %s', (text, statement, parameters) => {
    expect(condition(text)).toMatchObject({ sql: statement, parameters });
  });

  it('adds what an index can find to a value path', () => {
    const { sql: statement } = condition('emails[type eq "work" and value eq "x"]');
    expect(statement).toMatch(
      /^\(users\.email_keys @> array\[\$1\]::text\[\] and exists \(select from jsonb_array_elements/,
    );
    expect(condition('emails[type eq "work" or value eq "x"]').sql).toMatch(/^exists/);
  });

  it('binds every value', () => {
    const { sql: statement, parameters } = condition(`displayName eq "'; drop table users; --" and title co "'"`);
    expect(statement).not.toContain('drop');
    expect(parameters).toEqual([`'; drop table users; --`, `%'%`]);
  });

  it('refuses a dateTime without column', () => {
    expect(() => compileFilter(bound('meta.created pr'), { ...userMapping, columns: {} })).not.toThrow();
    expect(() =>
      compileFilter(bound('meta.created gt "2026-01-01T00:00:00Z"'), { ...userMapping, columns: {} }),
    ).toThrow(TypeError);
  });
});

describe('compileFilter on a database', () => {
  const users: StoredUser[] = fc
    .sample(randomUser, { numRuns: 150, seed: 7643 })
    .map((resource, position) => ({ position, resource }));
  let database: PGlite;

  beforeAll(async () => {
    database = await createUserTables();
    await insertUsers(database, users);
  });

  afterAll(() => database.close());

  it('agrees with the evaluation in memory', async () => {
    let selective = 0;
    await fc.assert(
      fc.asyncProperty(randomFilter, async (filter) => {
        const text = printFilter(filter);
        const resolved = bound(text);
        const expected = users.filter(({ resource }) => matches(resolved, resource)).map(({ position }) => position);
        selective += expected.length > 0 && expected.length < users.length ? 1 : 0;
        expect([text, await positionsWhere(database, compileFilter(resolved, userMapping))]).toEqual([text, expected]);
      }),
      { numRuns: 500, seed: 7644 },
    );
    expect(selective).toBeGreaterThan(150);
  });

  it('finds nothing, and does not fail, where the document has other shapes than the schema', async () => {
    const odd = { emails: 'x', roles: { value: 'r' }, photos: [1, null, 'p'], title: { a: 1 }, name: 'n' };
    const mapping = { ...userMapping, arrays: {}, columns: {}, document: sql`${JSON.stringify(odd)}::text::jsonb` };
    for (const text of ['emails eq "x"', 'roles.value pr', 'photos[value eq "p"]', 'name.givenName pr', 'title eq "x"'])
      expect(await positionsWhere(database, compileFilter(bound(text), mapping))).toEqual([]);
  });

  it.each([
    ['size eq 5', true],
    ['size ne 5', false],
    ['size gt 4.5', true],
    ['size le 4', false],
    ['label eq "5"', true],
    ['amount ge 1', false],
    ['not (amount ge 1)', true],
    ['rank lt 8', true],
    ['rank gt 8', false],
  ])('compares numbers as the evaluation in memory does: %s', async (text, expected) => {
    const resource = { size: 5, label: '5', amount: '7', rank: 7 };
    const attributes = [
      attributeOf('size', 'integer'),
      attributeOf('label', 'string'),
      attributeOf('amount', 'decimal'),
      attributeOf('rank', 'integer'),
    ];
    const schema = { id: 'urn:example:2.0:Thing', name: 'Thing', description: 'Thing', attributes };
    const resolved = resolveFilter(parseFilter(text), { ...userResourceType, schema, schemaExtensions: [] });
    const mapping = {
      document: sql`${JSON.stringify(resource)}::text::jsonb`,
      columns: { rank: { value: sql`7` } },
      collections: {},
    };
    expect(matches(resolved, resource)).toBe(expected);
    expect(await positionsWhere(database, compileFilter(resolved, mapping))).toHaveLength(expected ? users.length : 0);
  });

  it('compares a thousand alternatives at once', async () => {
    const terms = users.map(({ resource }) => `externalId eq ${JSON.stringify(resource.userName)} or nickName sw "zz"`);
    const filter = bound([...terms, ...Array<string>(850).fill(`id eq "${users[3]?.resource.id}"`)].join(' or '));
    const start = performance.now();
    const statement = compileFilter(filter, userMapping);
    compiled(statement);
    expect(performance.now() - start).toBeLessThan(1000);
    expect(await positionsWhere(database, statement)).toContain(3);
  });

  it.each([
    ['userName eq "x"', 'users_user_name_key_idx'],
    ['userName eq "x" or userName eq "y"', 'users_user_name_key_idx'],
    [`id eq "${ID}"`, 'users_scim_id_key'],
    ['email eq "x"', 'users_email_keys_idx'],
    ['emails[type eq "work"].value eq "x"', 'users_email_keys_idx'],
  ])('lets an index answer %s', async (text, index) => {
    await database.exec('set enable_seqscan = off');
    const query = compiled(sql`explain select position from users where ${compileFilter(bound(text), userMapping)}`);
    const { rows } = await database.query(query.sql, [...query.parameters]);
    expect(JSON.stringify(rows)).toContain(index);
  });
});
