import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';
import { Transactions } from '../../src/platform/database/transactions.js';
import { RateLimiter } from '../../src/modules/auth/rate-limit/rate-limiter.js';
import { AccessMetrics } from '../../src/modules/provisioning/engine/projection/access.metrics.js';
import { ReconciliationRepository } from '../../src/modules/provisioning/access-api/reconcile/reconciliation.repository.js';
import { expectRestError } from '../support/expect-error.js';
import { createGroup, createUser, unique } from '../support/people.js';
import { createTenant } from '../support/tenants.js';
import { onPostgreSql } from '../support/test-database.js';
import { sendRaw } from '../support/raw-request.js';
import { OWNER_TOKEN, startTestServer, type TestServer } from '../support/test-server.js';

/** Everything that is measured, by name and labels as printed. */
type Samples = ReadonlyMap<string, number>;

const LINE = /^([a-z_]+(?:\{(?:[a-z_]+="[^"\\]*",?)*\})?) (\S+)$/;

async function scrape({ origin }: TestServer): Promise<Samples> {
  const answer = await fetch(`${origin}/metrics`);
  expect([answer.status, answer.headers.get('content-type')]).toEqual([
    200,
    'text/plain; version=0.0.4; charset=utf-8',
  ]);
  const lines = (await answer.text()).split('\n').filter((line) => line !== '' && !line.startsWith('# '));
  return new Map(
    lines.map((line) => {
      const [, name = '', value = ''] = LINE.exec(line) ?? [];
      expect([line, Number.isFinite(Number(value)), name !== '']).toEqual([line, true, true]);
      return [name, Number(value)];
    }),
  );
}

/** How much some work adds to a counter. */
async function added(server: TestServer, name: string, work: () => Promise<unknown>): Promise<number> {
  const before = (await scrape(server)).get(name) ?? 0;
  await work();
  return ((await scrape(server)).get(name) ?? 0) - before;
}

const requests = (surface: string, method: string, route: string, status: number | string) =>
  `rolecall_http_requests_total{surface="${surface}",method="${method}",route="${route}",status="${status}"}`;

const changes = (kind: string) => `rolecall_access_changes_total{kind="${kind}"}`;

describe('The metrics', () => {
  let server: TestServer;

  beforeAll(async () => {
    server = await startTestServer();
  });
  afterAll(() => server.close());

  const served: [what: string, name: string, call: () => Promise<unknown>][] = [
    ['a read over SCIM', requests('scim', 'GET', '/scim/v2/Users', 200), () => server.scim.get('//Users/?count=0')],
    [
      'what is not there, by its pattern',
      requests('scim', 'GET', '/scim/v2/Users/:id', 404),
      () => server.scim.get('/Users/ana@acme.test'),
    ],
    [
      'a call of REST',
      requests('rest', 'GET', '/api/current-user/whoami', 200),
      () => server.rest.get('/current-user/whoami'),
    ],
    ['a path without a route', requests('rest', 'GET', 'none', 404), () => server.rest.get(`/${unique('secret')}`)],
    [
      'a body that is no JSON',
      requests('scim', 'POST', '/scim/v2/Users', 400),
      () => server.scim.post('/Users', '{"a'),
    ],
    ['health', requests('other', 'GET', '/health/live', 200), () => fetch(`${server.origin}/health/live`)],
  ];

  it.each(served)('count %s', async (_, name, call) => {
    expect(await added(server, name, call)).toBe(1);
    const duration = name.replace('requests_total', 'request_duration_seconds_count');
    expect((await scrape(server)).get(duration)).toBe((await scrape(server)).get(name));
  });

  it('count what a client did not wait for', async () => {
    const name = requests('scim', 'GET', '/scim/v2/Users', 'aborted');
    const client = new AbortController();
    const guard = jest.spyOn(server.app.get(RateLimiter), 'countToken');
    guard.mockImplementation(() => {
      client.abort();
      return new Promise(() => undefined);
    });
    const headers = { authorization: `Bearer ${OWNER_TOKEN}` };
    await expect(fetch(`${server.origin}/scim/v2/Users`, { headers, signal: client.signal })).rejects.toThrow(/abort/i);
    guard.mockRestore();
    let samples = await scrape(server);
    for (let at = 0; at < 100 && !samples.has(name); at++) samples = await scrape(server);
    expect(samples.get(name)).toBe(1);
  });

  it('count the changes of access that were committed, by their kind', async () => {
    const { id } = await createUser(server.scim);
    await createGroup(server.scim, 'counted', [{ id }]);
    const project = (await server.rest.post('/projects/', { title: 'Counted' })).body.id;
    const settings = {
      roles_groups: [['Reviewer', 'counted']],
      workspaces_groups: [['Counted', 'counted']],
      projects_groups: [{ project_id: project, group: 'counted', role: 'Annotator' }],
    };
    const before = await scrape(server);
    expect((await server.rest.post('/scim/settings', settings)).status).toBe(201);
    const after = await scrape(server);
    for (const kind of ['role', 'workspace', 'project'])
      expect([kind, (after.get(changes(kind)) ?? 0) - (before.get(changes(kind)) ?? 0)]).toEqual([kind, 1]);
  });

  it('count no change of access that was rolled back', async () => {
    const { app } = server;
    const metrics = app.get(AccessMetrics);
    const transactions = app.get(Transactions);
    const failing = () =>
      transactions.plain(() => {
        metrics.changed('role', 100);
        return Promise.reject(new Error('rolled back'));
      });
    expect(
      await added(server, changes('role'), async () => {
        await expect(failing()).rejects.toThrow('rolled back');
        await transactions.plain(async () => {
          metrics.changed('role', 3);
          await expect(failing()).rejects.toThrow('rolled back');
          await transactions.plain(() => {
            metrics.changed('role', 4);
            return Promise.resolve();
          });
        });
      }),
    ).toBe(7);
  });

  it('show seats and the last check of each organization, by its id', async () => {
    const { organizationId } = await createTenant(server, 'owner@metrics.test');
    await server.rest.patch('/organizations/0', { seat_limit: 2 });
    await createUser(server.scim);
    const begun = Date.now() / 1000;
    await server.rest.post('/provisioning/reconcile?dry_run=true', {});
    const samples = await scrape(server);
    const { seats } = (await server.rest.get('/organizations/0')).body;
    const of = (name: string, id: number) => samples.get(`rolecall_${name}{organization="${id}"}`);
    expect([of('seats_limit', 1), of('seats_used', 1), of('seats_waiting', 1)]).toEqual([2, seats.used, seats.waiting]);
    expect(of('reconcile_drift', 1)).toBe(0);
    expect(Math.abs((of('reconcile_timestamp_seconds', 1) ?? 0) - begun)).toBeLessThan(60);
    expect([of('seats_used', organizationId), of('seats_limit', organizationId)]).toEqual([1, undefined]);
    expect(of('reconcile_drift', organizationId)).toBeUndefined();
    await server.rest.patch('/organizations/0', { seat_limit: null });
  });

  it('have nothing of people in them', async () => {
    await createUser(server.scim, { userName: 'carla.metrics@acme.test' });
    await server.scim.get('/Users/carla.metrics@acme.test');
    const text = [...(await scrape(server)).keys()].join('\n');
    expect(text).not.toMatch(/carla|acme|@|[\da-f]{8}-[\da-f]{4}/i);
  });

  it('show the connections of the pool', async () => {
    const samples = await scrape(server);
    const connections = ['allowed', 'open', 'idle', 'waiting'].map((state) =>
      samples.get(`rolecall_database_connections{state="${state}"}`),
    );
    const pool = [10, expect.any(Number), expect.any(Number), 0];
    expect(connections).toEqual(onPostgreSql ? pool : [undefined, undefined, undefined, undefined]);
  });

  it('know what is in flight, themselves at least', async () => {
    const samples = await scrape(server);
    expect(samples.get('rolecall_http_requests_in_flight')).toBe(1);
    expect(samples.get('rolecall_scim_requests_dropped_total')).toBe(0);
    expect(samples.has('rolecall_scim_requests_waiting')).toBe(true);
  });

  it('count refusals for the rate', async () => {
    const limited = await startTestServer({ RATE_LIMIT_PER_MINUTE: 1 });
    const name = 'rolecall_requests_limited_total{by="token"}';
    const calls = async () => {
      for (let at = 0; at < 3; at++) await limited.rest.get('/current-user/whoami');
    };
    expect(await added(limited, name, calls)).toBe(2);
    await limited.close();
  });
});

describe('The metrics with a token of their own', () => {
  const METRICS_TOKEN = 'the-token-of-the-scraper';
  let server: TestServer;

  beforeAll(async () => {
    server = await startTestServer({ METRICS_TOKEN });
  });
  afterAll(() => server.close());

  const read = (authorization?: string) => server.rest.with({ authorization: authorization ?? '' }).get('/../metrics');

  it('are for who has it', async () => {
    expect((await read(`Bearer ${METRICS_TOKEN}`)).status).toBe(200);
  });

  it.each([
    undefined,
    'Bearer',
    'Bearer the-owners-token-in-tests',
    `Basic ${METRICS_TOKEN}`,
    `Bearer ${METRICS_TOKEN} x`,
  ])('are not for %j', async (authorization) => {
    const refusal = await read(authorization);
    expectRestError(refusal, 401);
    expect(refusal.headers.get('www-authenticate')).toMatch(/^Bearer/);
  });
});

describe('The metrics without a token', () => {
  let server: TestServer;

  beforeAll(async () => {
    server = await startTestServer();
  });
  afterAll(() => server.close());

  const read = (headers: Record<string, string>) => sendRaw(server.origin, { path: '/metrics', headers });

  it('are for programs on the same machine', async () => {
    const { status } = await fetch(`${server.origin}/metrics`, { headers: { authorization: `Bearer ${OWNER_TOKEN}` } });
    expect(status).toBe(200);
  });

  it.each<Record<string, string>>([
    { 'x-forwarded-for': '198.51.100.7' },
    { forwarded: 'for=198.51.100.7' },
    { 'x-real-ip': '198.51.100.7', authorization: `Bearer ${OWNER_TOKEN}` },
    { host: 'rolecall.acme.test' },
  ])('are for nobody behind a proxy: %j', async (headers) => {
    const refusal = await read(headers);
    expectRestError(refusal, 403);
    expect(refusal.body.detail).toMatch(/this machine.* METRICS_TOKEN/);
  });
});

describe('The metrics without a database', () => {
  it('have everything else', async () => {
    const server = await startTestServer();
    const away = Object.assign(new Error('away'), { code: 'ECONNREFUSED' });
    jest.spyOn(server.app.get(ReconciliationRepository), 'figures').mockRejectedValue(away);
    const samples = await scrape(server);
    expect(samples.has('rolecall_seats_used{organization="1"}')).toBe(false);
    expect(samples.has('rolecall_http_requests_in_flight')).toBe(true);
    await server.close();
  });
});
