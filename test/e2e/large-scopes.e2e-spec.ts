import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { sql } from 'kysely';
import { LargeScopes } from '../../src/modules/provisioning/engine/projection/large-scopes.js';
import { Transactions } from '../../src/platform/database/transactions.js';
import { startTestServer, type TestServer } from '../support/test-server.js';

describe(LargeScopes.name, () => {
  let server: TestServer;

  beforeAll(async () => {
    server = await startTestServer();
  });
  afterAll(() => server.close());

  const nestedLoops = async () =>
    (await server.database.row<{ value: string }>(sql`select current_setting('enable_nestloop') as value`))?.value;

  it.each([
    [0, 'on'],
    [999, 'on'],
    [1000, 'off'],
    [20_000, 'off'],
  ])('with %d users plans with nested loops %s, and as before afterwards', async (count, during) => {
    const users = sql`select n as user_id from generate_series(1, ${count}::integer) as n`;
    const seen = await server.app
      .get(Transactions)
      .plain(async () => [await server.app.get(LargeScopes).during(users, nestedLoops), await nestedLoops()]);
    expect(seen).toEqual([during, 'on']);
    expect(await nestedLoops()).toBe('on');
  });

  it.each([
    [{ kind: 'organization' }, true],
    [{ kind: 'groups', groupIds: [1] }, true],
    [{ kind: 'users', userIds: [1, 2] }, false],
    [{ kind: 'users', userIds: Array.from({ length: 1000 }, (_, at) => at) }, true],
  ] as const)('counts nobody where there cannot be many: %j', (scope, isPossible) => {
    expect(LargeScopes.isPossible(scope)).toBe(isPossible);
  });
});
