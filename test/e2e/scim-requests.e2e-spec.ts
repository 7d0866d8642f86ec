import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';
import { sql } from 'kysely';
import { request } from 'node:http';
import { setTimeout as delay } from 'node:timers/promises';
import { ScimRequestRecorder } from '../../src/modules/activity/scim-requests/scim-request-recorder.js';
import { scimRequestRetention } from '../../src/modules/activity/scim-requests/scim-request-retention.js';
import { ScimRequestRepository } from '../../src/modules/activity/scim-requests/scim-request.repository.js';
import { Transactions } from '../../src/platform/database/transactions.js';
import type { Retention } from '../../src/platform/upkeep/retention.js';
import { expectRestError } from '../support/expect-error.js';
import type { HttpClient } from '../support/http-client.js';
import { asOkta, oktaUser } from '../support/okta-client.js';
import { aUser, createUser, unique } from '../support/people.js';
import { clientsOf, createPerson, createTenant, issueToken } from '../support/tenants.js';
import { OWNER_TOKEN, startTestServer, type TestServer } from '../support/test-server.js';

/** Blocks every write of the first organization during some work. */
async function whileLocked({ app, database }: TestServer, work: () => Promise<void>): Promise<void> {
  const { id } = (await database.row<{ id: number }>(sql`select min(id) as id from organizations`)) ?? { id: 0 };
  await app.get(Transactions).exclusive(id, work);
}

/** Creates a user, and hangs up without waiting for the answer. */
async function sendAndHangUp({ origin }: TestServer, requestId: string): Promise<void> {
  const headers = {
    authorization: `Bearer ${OWNER_TOKEN}`,
    'content-type': 'application/json',
    'x-request-id': requestId,
  };
  const call = request(`${origin}/scim/v2/Users`, { method: 'POST', headers });
  const closed = new Promise((resolve) => call.on('error', () => undefined).on('close', resolve));
  call.end(JSON.stringify(aUser()));
  await delay(100);
  call.destroy();
  await closed;
  await delay(50);
}

describe('The log of SCIM requests', () => {
  let server: TestServer;

  beforeAll(async () => {
    server = await startTestServer();
  });
  afterAll(() => server.close());

  /** The log's entry of one request. */
  async function logged(requestId: string, rest: HttpClient = server.rest) {
    const { body } = await rest.get(`/scim/requests?search=${requestId}`);
    return body.results;
  }

  const id = () => unique('request-0');
  const traced = (requestId: string) => asOkta(server.scim).with({ 'x-request-id': requestId });

  it('says what came in and what came of it', async () => {
    const requestId = id();
    const { body: user } = await traced(requestId).post('/Users?attributes=userName', oktaUser('log@example.org'));
    const [entry] = await logged(requestId);
    expect(entry).toEqual({
      id: expect.any(Number),
      received_at: expect.stringMatching(/^\d{4}-\d\d-\d\dT[\d:.]+Z$/),
      request_id: requestId,
      user_id: expect.any(Number),
      ip_address: expect.stringContaining('127.0.0.1'),
      user_agent: 'Okta SCIM Client 1.0.0',
      method: 'POST',
      path: '/scim/v2/Users',
      query: 'attributes=userName',
      body: { ...oktaUser('log@example.org'), password: '[masked]' },
      status: 201,
      scim_type: null,
      detail: null,
      duration_ms: expect.any(Number),
      resource_type: 'User',
      resource_id: user.id,
    });
  });

  it('says why a request was refused', async () => {
    const requestId = id();
    const user = aUser();
    await server.scim.post('/Users', user);
    await traced(requestId).post('/Users', user);
    expect(await logged(requestId)).toMatchObject([
      { status: 409, scim_type: 'uniqueness', detail: expect.stringContaining('userName'), resource_id: null },
    ]);
  });

  const refused: [what: string, send: (scim: HttpClient) => Promise<unknown>, expected: object][] = [
    ['a body that is no JSON', (scim) => scim.post('/Users', '{"a'), { status: 400, body: null }],
    ['a path that leads nowhere', (scim) => scim.get('/Persons'), { status: 404, path: '/scim/v2/Persons' }],
    ['a wrong method', (scim) => scim.delete('/Users'), { status: 405 }],
    ['a filter that is none', (scim) => scim.get('/Users?filter=x'), { status: 400, scim_type: 'invalidFilter' }],
    ['another version of the protocol', (scim) => scim.get('/../v1/Users'), { status: 400 }],
  ];

  it.each(refused)('has %s', async (_, send, expected) => {
    const requestId = id();
    await send(traced(requestId));
    expect(await logged(requestId)).toMatchObject([expected]);
  });

  it('has what came with a token that is no longer good, and nothing that came with none', async () => {
    const { id: scimId } = await createUser(server.scim);
    const expired = await issueToken(server, scimId, new Date(Date.now() - 1000));
    const requestIds = [id(), id(), id()] as const;
    await clientsOf(server, expired).scim.get('/Users', { 'x-request-id': requestIds[0] });
    await clientsOf(server, 'rc_nobody-ever-had-this').scim.get('/Users', { 'x-request-id': requestIds[1] });
    await server.scim.with({ authorization: '', 'x-request-id': requestIds[2] }).get('/Users');
    expect(await logged(requestIds[0])).toMatchObject([{ status: 401, user_id: null }]);
    expect(await logged(requestIds[1])).toEqual([]);
    expect(await logged(requestIds[2])).toEqual([]);
    const { total } = (await server.database.row<{ total: number }>(
      sql`select count(*)::integer as total from scim_requests where request_id in (${requestIds[1]}, ${requestIds[2]})`,
    )) ?? { total: -1 };
    expect(total).toBe(0);
  });

  it("has what came with somebody else's token than the Owner's", async () => {
    const annotator = await createPerson(server, 'AN');
    const requestId = id();
    await annotator.scim.get('/Users', { 'x-request-id': requestId });
    expect(await logged(requestId)).toMatchObject([{ status: 403, user_id: expect.any(Number) }]);
  });

  it('has no secret anywhere', async () => {
    const requestId = id();
    const secret = 'hunter2-hunter2';
    const scim = traced(requestId);
    await scim.post('/Users', aUser({ password: secret }));
    await scim.get(`/Users?access_token=${secret}`);
    await scim.get(`/Users?filter=${encodeURIComponent(`password eq "${secret}"`)}`);
    const Operations = [{ op: 'replace', path: 'password', value: secret }];
    await scim.patch('/Users/owner@example.com', { Operations });
    expect(await logged(requestId)).toHaveLength(4);
    const { text } = (await server.database.row<{ text: string }>(
      sql`select coalesce(string_agg(r::text, ' '), '') as text from scim_requests r where request_id = ${requestId}`,
    )) ?? { text: secret };
    expect(text).not.toContain(secret);
    expect(text).not.toMatch(/bearer/i);
  });

  it('has requests whose client did not wait for the answer', async () => {
    const requestId = id();
    await whileLocked(server, async () => {
      await sendAndHangUp(server, requestId);
    });
    expect(await logged(requestId)).toMatchObject([{ status: null, method: 'POST' }]);
  });

  it('is for the Owner and Administrators, each of their own organization', async () => {
    const requestId = id();
    await traced(requestId).get('/Users?count=0');
    const manager = await createPerson(server, 'MA');
    expectRestError(await manager.rest.get('/scim/requests'), 403);
    const administrator = await createPerson(server, 'AD');
    expect(await logged(requestId, administrator.rest)).toHaveLength(1);
    const tenant = await createTenant(server, 'owner@elsewhere.test');
    expect(await logged(requestId, tenant.rest)).toEqual([]);
  });
});

describe('The log of SCIM requests, searched', () => {
  let server: TestServer;
  const found = async (query: string): Promise<string[]> =>
    (await server.rest.get(`/scim/requests?${query}`)).body.results.map(
      ({ request_id }: { request_id: string }) => request_id,
    );

  beforeAll(async () => {
    server = await startTestServer();
    const send = (requestId: string) => asOkta(server.scim).with({ 'x-request-id': requestId });
    await send('created-ana').post('/Users', aUser({ userName: 'ana@acme.test' }));
    await send('refused-ana').post('/Users', aUser({ userName: 'ana@acme.test' }));
    await send('read-nobody').get('/Users/nobody');
    await send('listed-100%').get('/Users?count=1');
    await send('listed-all').get('/Users?count=1');
  });
  afterAll(() => server.close());

  it.each([
    ['', ['listed-all', expect.any(String), 'read-nobody', 'refused-ana', 'created-ana']],
    ['status=409', ['refused-ana']],
    ['status=4xx', ['read-nobody', 'refused-ana']],
    ['status=201', ['created-ana']],
    ['method=POST', ['refused-ana', 'created-ana']],
    ['search=ANA@Acme', ['refused-ana', 'created-ana']],
    ['search=uniqueness', ['refused-ana']],
    ['search=listed-%25', []],
    ['search=count%3D1&status=2xx', ['listed-all', expect.any(String)]],
    ['page_size=2&page=2', ['read-nobody', 'refused-ana']],
    ['since=2100-01-01T00:00:00Z', []],
    ['until=2000-01-01', []],
    ['since=2000-01-01&until=2100-01-01&method=GET&status=404', ['read-nobody']],
  ])('by "%s" has what fits, newest first', async (query, expected) => {
    expect(await found(query)).toEqual(expected);
  });

  it.each([
    ['status=600', 'status'],
    ['status=4x', 'status'],
    ['method=TRACE', 'method'],
    ['since=yesterday', 'since'],
    ['until=2026-02-30', 'until'],
    ['page_size=0', 'page_size'],
  ])('by "%s" is refused', async (query, field) => {
    expectRestError(await server.rest.get(`/scim/requests?${query}`), 400, [field]);
  });
});

describe('Retention of SCIM requests', () => {
  const count = async ({ database }: TestServer): Promise<number> =>
    (await database.row<{ total: number }>(sql`select count(*)::integer as total from scim_requests`))?.total ?? -1;
  const fill = ({ database }: TestServer) =>
    database.rows(sql`
      insert into scim_requests (organization_id, received_at, request_id, method, path, duration_ms)
      select o.id, now() - age.days * interval '1 day', 'filled', 'GET', '/scim/v2/Users', 1
        from organizations o, unnest(array[0, 1, 6, 8, 100]) as age (days), generate_series(1, 2000)`);

  it('removes what is older than the days that are set, in batches, and whoever else does so at the same time', async () => {
    const server = await startTestServer({ SCIM_REQUEST_RETENTION_DAYS: 7 });
    await createTenant(server, 'owner@elsewhere.test');
    await fill(server);
    const retention = server.app.get<Retention>(scimRequestRetention.provide);
    const removed = await Promise.all([retention.run(), retention.run()]);
    expect(removed[0] + removed[1]).toBe(8000);
    expect(await count(server)).toBe(12_000);
    expect(await retention.run()).toBe(0);
    await server.close();
  });

  it('keeps none for 0 days', async () => {
    const server = await startTestServer({ SCIM_REQUEST_RETENTION_DAYS: 0 });
    await fill(server);
    await server.app.get<Retention>(scimRequestRetention.provide).run();
    await server.scim.get('/Users');
    await server.app.get(ScimRequestRecorder).flush();
    expect(await count(server)).toBe(0);
    expect((await server.rest.get('/scim/requests')).body).toMatchObject({ count: 0, results: [] });
    await server.close();
  });
});

describe('A server that stops', () => {
  it('writes the requests that wait for their log', async () => {
    const stopping = await startTestServer();
    const insert = jest.spyOn(stopping.app.get(ScimRequestRepository), 'insert');
    await stopping.scim.get('/Users?count=0', { 'x-request-id': 'the-last-one' });
    await stopping.close();
    const written = await Promise.all(insert.mock.results.map(({ value }) => value as Promise<void>));
    expect(insert.mock.calls.flat(2)).toMatchObject([{ request_id: 'the-last-one', status: 200 }]);
    expect(written.length).toBeGreaterThan(0);
  });
});
