import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { sql } from 'kysely';
import { GrownTables } from '../../src/platform/upkeep/grown-tables.js';
import { createUser } from '../support/people.js';
import { CONNECTIONS, keepWithoutStatistics, rowsRead } from '../support/rows-read.js';
import { onPostgreSql } from '../support/test-database.js';
import { startTestServer, type TestServer } from '../support/test-server.js';

const FEW = 10;
const MANY = 900;
/** More creations than PostgreSQL needs until it keeps a plan. */
const UNTIL_PLANNED = 10;

describe('Statistics of tables that have grown', () => {
  let server: TestServer;

  beforeAll(async () => {
    server = await startTestServer({ DATABASE_POOL_MAX: CONNECTIONS });
    await keepWithoutStatistics(server);
  });
  afterAll(() => server.close());

  const analyze = () => server.app.get(GrownTables).analyze();

  async function create(count: number): Promise<void> {
    for (let number = 0; number < count; number++) await createUser(server.scim);
  }

  /** Rows that a creation reads. */
  async function costOfCreation(): Promise<number> {
    const before = await rowsRead(server);
    await create(UNTIL_PLANNED);
    return ((await rowsRead(server)) - before) / UNTIL_PLANNED;
  }

  it('are not gathered while the tables are small', async () => {
    await create(FEW);
    expect(await analyze()).toEqual([]);
  });

  it('end the plans that were made while the tables were small', async () => {
    await server.database.rows(sql`analyze`);
    await create(UNTIL_PLANNED);
    const small = await costOfCreation();
    await create(MANY);
    // the embedded database keeps only the plans of foreign keys
    expect(await costOfCreation()).toBeGreaterThan(onPostgreSql ? 5 * small : 0);
    expect(await analyze()).toEqual(expect.arrayContaining(['role_assignments', 'users']));
    await create(UNTIL_PLANNED);
    expect(await costOfCreation()).toBeLessThan(2 * small + 10);
  });

  it('are gathered again only when the tables have grown tenfold since', async () => {
    const fill = (rows: number) =>
      server.database.rows(sql`
        insert into activity_entries (organization_id, channel, action)
        select o.id, 'system', 'filled' from organizations o, generate_series(1, ${rows}::integer)`);
    await fill(2_000);
    await server.database.rows(sql`analyze`);
    expect(await analyze()).toEqual([]);
    await fill(10_000);
    expect(await analyze()).toEqual([]);
    await fill(50_000);
    expect(await server.app.get(GrownTables).analyze(AbortSignal.abort())).toEqual([]);
    expect(await analyze()).toEqual(['activity_entries']);
  });
});
