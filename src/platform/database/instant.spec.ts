import { PGlite } from '@electric-sql/pglite';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { sql } from 'kysely';
import { compiled } from '../../../test/database/filter-fixture.js';
import { instantInSql } from './instant.js';

describe('instantInSql', () => {
  let database: PGlite;

  beforeAll(async () => {
    database = await PGlite.create();
  });

  afterAll(() => database.close());

  it.each([
    '2026-01-31T08:00:00.123Z',
    '0001-01-01T00:00:00.000Z',
    '0000-12-31T23:59:59.999Z',
    '0000-01-01T00:00:00.000Z',
    '-000001-12-31T10:00:00.000Z',
    '0099-03-01T00:00:00.000Z',
    '9999-12-31T23:59:59.999Z',
    '+010000-01-01T13:59:59.999Z',
  ])('is the same instant in the database: %s', async (text) => {
    const instant = new Date(text);
    const query = compiled(sql`select extract(epoch from ${instantInSql(instant)})::text as seconds`);
    const { rows } = await database.query<{ seconds: string }>(query.sql, [...query.parameters]);
    expect(Math.round(Number(rows[0]?.seconds) * 1000)).toBe(instant.getTime());
  });
});
