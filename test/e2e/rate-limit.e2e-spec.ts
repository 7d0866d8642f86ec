import { afterAll, afterEach, beforeAll, describe, expect, it, jest } from '@jest/globals';
import { sql } from 'kysely';
import { ScimRequestRecorder } from '../../src/modules/activity/scim-requests/scim-request-recorder.js';
import { expectRestError, expectScimError } from '../support/expect-error.js';
import type { HttpClient } from '../support/http-client.js';
import { sendRaw } from '../support/raw-request.js';
import { type Clients, clientsOf, issueToken } from '../support/tenants.js';
import { createTestDatabase, onPostgreSql } from '../support/test-database.js';
import { startTestServer, type TestServer } from '../support/test-server.js';

const LIMIT = 5;
const WHOAMI = '/current-user/whoami';

/** A client with a new token of the Owner's. */
async function newcomer(server: TestServer): Promise<Clients> {
  const owner = await server.database.row<{ scim_id: string }>(sql`select scim_id from users where is_owner`);
  return clientsOf(server, await issueToken(server, owner?.scim_id ?? ''));
}

/** Statuses of requests one after the other. */
async function statuses(client: HttpClient, path: string, times: number): Promise<number[]> {
  const found: number[] = [];
  for (let at = 0; at < times; at++) found.push((await client.get(path)).status);
  return found;
}

const exactly = (status: number, times = LIMIT): number[] => Array.from({ length: times }, () => status);

/** Moves the clock only: connections and timers go on as before. */
function moveClock(seconds: number): void {
  const rest = [
    'setTimeout',
    'setInterval',
    'setImmediate',
    'clearTimeout',
    'clearInterval',
    'clearImmediate',
  ] as const;
  const others = ['nextTick', 'queueMicrotask', 'performance', 'hrtime'] as const;
  jest.useFakeTimers({ now: Date.now() + seconds * 1000, doNotFake: [...rest, ...others] });
}

describe('The rate limit of a token', () => {
  let server: TestServer;

  beforeAll(async () => {
    server = await startTestServer({ RATE_LIMIT_PER_MINUTE: LIMIT });
  });
  afterAll(() => server.close());
  afterEach(() => {
    jest.useRealTimers();
  });

  it('counts on both surfaces, and refuses what is too much in the form of each', async () => {
    const { scim, rest } = await newcomer(server);
    expect(await statuses(scim, '/Users?count=0', 3)).toEqual(exactly(200, 3));
    expect(await statuses(rest, WHOAMI, 2)).toEqual(exactly(200, 2));
    const refusals = [await scim.get('/Users?count=0'), await rest.get(WHOAMI)] as const;
    expectScimError(refusals[0], 429);
    expectRestError(refusals[1], 429);
    for (const { headers } of refusals) {
      expect(headers.get('retry-after')).toMatch(/^[1-9]\d?$/);
      expect(headers.get('www-authenticate')).toBeNull();
    }
  });

  it('leaves other tokens alone, those of the same person included', async () => {
    const [busy, quiet] = [await newcomer(server), await newcomer(server)];
    expect(await statuses(busy.rest, WHOAMI, LIMIT + 1)).toEqual([...exactly(200), 429]);
    expect((await quiet.rest.get(WHOAMI)).status).toBe(200);
  });

  it('is over when Retry-After says so, and not a second before', async () => {
    const { rest } = await newcomer(server);
    moveClock(0);
    await statuses(rest, WHOAMI, LIMIT);
    const seconds = Number((await rest.get(WHOAMI)).headers.get('retry-after'));
    moveClock(seconds - 2);
    expect((await rest.get(WHOAMI)).headers.get('retry-after')).toBe('2');
    moveClock(2);
    expect(await statuses(rest, WHOAMI, LIMIT + 1)).toEqual([...exactly(200), 429]);
  });

  it('changes nothing, and leaves nothing in the log of SCIM requests', async () => {
    const { scim } = await newcomer(server);
    await statuses(scim, '/Users?count=0', LIMIT);
    const requestId = 'refused-for-its-rate';
    await scim.post('/Users', { userName: 'late@acme.test' }, { 'x-request-id': requestId });
    await server.app.get(ScimRequestRecorder).flush();
    const [{ users, requests } = { users: -1, requests: -1 }] = await server.database.rows<{
      users: number;
      requests: number;
    }>(sql`
      select (select count(*)::integer from users where user_name = 'late@acme.test') as users,
             (select count(*)::integer from scim_requests where request_id = ${requestId}) as requests`);
    expect({ users, requests }).toEqual({ users: 0, requests: 0 });
  });

  it('is for what needs a token only', async () => {
    for (const path of ['/api/version', '/health/live', '/health/ready', '/metrics', '/scim/v2/Schemas']) {
      const answers = await Promise.all(exactly(0, LIMIT + 2).map(() => fetch(server.origin + path)));
      expect([path, answers.map(({ status }) => status)]).toEqual([path, exactly(200, LIMIT + 2)]);
    }
  });
});

describe('The rate limit of an address', () => {
  let server: TestServer;

  beforeAll(async () => {
    server = await startTestServer({ RATE_LIMIT_PER_MINUTE: LIMIT });
  });
  afterAll(() => server.close());

  const strangers: [what: string, headers: Record<string, string>, path: string][] = [
    ['no token', { authorization: '' }, '/Users'],
    ['a token that nobody has', { authorization: 'Bearer nobody' }, '/Users'],
    ['a token in the URL', {}, '/Users?access_token=x'],
  ];

  it('counts requests without a good token together, and never shuts out a good one', async () => {
    const found: number[] = [];
    for (const [, headers, path] of [...strangers, ...strangers])
      found.push((await server.scim.with(headers).get(path)).status);

    expect(found).toEqual([401, 401, 403, 401, 401, 429]);
    const refusal = await server.scim.with({ authorization: 'Bearer nobody' }).get('/Users');
    expectScimError(refusal, 429);
    expect(refusal.headers.get('retry-after')).toMatch(/^[1-9]\d?$/);
    expect((await server.scim.get('/Users?count=0')).status).toBe(200);
  });

  it('leaves other addresses alone', async () => {
    const request = { path: '/scim/v2/Users', headers: { authorization: 'Bearer nobody' } };
    expect((await sendRaw(server.origin, request)).status).toBe(429);
    expect((await sendRaw(server.origin, { ...request, localAddress: '127.0.0.2' })).status).toBe(401);
  });
});

describe('The rate limit', () => {
  it('is off with 0', async () => {
    const server = await startTestServer({ RATE_LIMIT_PER_MINUTE: 0 });
    expect(await statuses(server.rest, WHOAMI, 20)).toEqual(exactly(200, 20));
    await server.close();
  });

  it('is that of each instance', async () => {
    const database = await createTestDatabase();
    const first = await startTestServer({ RATE_LIMIT_PER_MINUTE: LIMIT }, database);
    expect(await statuses(first.rest, WHOAMI, LIMIT + 1)).toEqual([...exactly(200), 429]);
    if (!onPostgreSql) await first.close();
    const second = await startTestServer({ RATE_LIMIT_PER_MINUTE: LIMIT }, database);
    expect((await second.rest.get(WHOAMI)).status).toBe(200);
    if (onPostgreSql) await first.close();
    await second.close();
    await database.drop();
  });
});
