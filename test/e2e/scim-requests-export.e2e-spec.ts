import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';
import { sql } from 'kysely';
import { ScimRequestRepository } from '../../src/modules/activity/scim-requests/scim-request.repository.js';
import { expectRestError } from '../support/expect-error.js';
import { asOkta } from '../support/okta-client.js';
import { aUser, unique } from '../support/people.js';
import { createTenant } from '../support/tenants.js';
import { startTestServer, type TestServer } from '../support/test-server.js';

describe('The log of SCIM requests, as a file', () => {
  const HEADER =
    'time,method,path,query,status,scim_type,detail,duration_ms,resource_type,resource_id,user_id,ip_address,' +
    'user_agent,request_id,body';
  let server: TestServer;

  beforeAll(async () => {
    server = await startTestServer();
  });
  afterAll(() => server.close());

  const fill = (count: number) =>
    server.database.rows(sql`
      insert into scim_requests (organization_id, received_at, request_id, method, path, duration_ms, status)
      select (select min(id) from organizations), now() - (n / 3) * interval '1 second', 'filled-' || n, 'GET', '/filled',
             1, 200
        from generate_series(1, ${count}::integer) as f (n)`);

  it('has a line for each, bodies masked, formulas defused', async () => {
    const userName = `${unique('=1+1')}@acme.test`;
    const user = aUser({ userName, password: 'hunter2-hunter2', displayName: 'A "quoted", name' });
    await asOkta(server.scim).with({ 'x-request-id': 'the-exported' }).post('/Users?attributes=userName', user);
    await server.scim.with({ 'user-agent': '=cmd|calc', 'x-request-id': 'the-formula' }).get('/Users?count=0');
    const answer = await server.rest.get('/scim/requests/export?search=the-exported');
    expect(answer.headers.get('content-type')).toBe('text/csv; charset=utf-8');
    expect(answer.headers.get('content-disposition')).toBe('attachment; filename="scim-requests.csv"');
    const [header, line = '', ...others] = answer.body.split('\r\n');
    expect(header).toBe(HEADER);
    expect(others).toEqual(['']);
    expect(line).toMatch(/^\d{4}-\d\d-\d\dT[\d:.]+Z,POST,\/scim\/v2\/Users,attributes=userName,201,,,\d+,User,/);
    const stored = (await server.rest.get('/scim/requests?search=the-exported')).body.results[0];
    expect(stored.body.password).toBe('[masked]');
    const quoted = JSON.stringify(stored.body).replaceAll('"', '""');
    expect(line).toContain(',Okta SCIM Client 1.0.0,the-exported,');
    expect(line.endsWith(`,"${quoted}"`)).toBe(true);
    expect((await server.rest.get('/scim/requests/export?search=the-formula')).body).toContain(",'=cmd|calc,");
  });

  it('has the same lines as the list, in the same order, however many there are', async () => {
    await fill(1_499);
    const ids = (text: string) => [...text.matchAll(/,(filled-\d+),/g)].map(([, id]) => id);
    const { body } = await server.rest.get('/scim/requests/export?search=/filled');
    const pages = [1, 2].map((page) => server.rest.get(`/scim/requests?search=/filled&page_size=1000&page=${page}`));
    const listed = (await Promise.all(pages)).flatMap((page) =>
      page.body.results.map(({ request_id }: { request_id: string }) => request_id),
    );
    expect(listed).toHaveLength(1_499);
    expect(ids(body)).toEqual(listed);
  });

  it('takes the filters of the list, and refuses what it refuses', async () => {
    expect((await server.rest.get('/scim/requests/export?status=5xx')).body).toBe(`${HEADER}\r\n`);
    expectRestError(await server.rest.get('/scim/requests/export?status=lost'), 400, ['status']);
  });

  it('is that of one organization', async () => {
    const tenant = await createTenant(server, 'owner@file.test');
    expect((await tenant.rest.get('/scim/requests/export')).body).toBe(`${HEADER}\r\n`);
  });

  it('breaks off when a statement fails in the middle, and refuses when the first does', async () => {
    const after = jest.spyOn(server.app.get(ScimRequestRepository), 'after');
    after.mockRejectedValueOnce(new Error('no such luck'));
    expectRestError(await server.rest.get('/scim/requests/export'), 500);
    after.mockResolvedValueOnce(await new ScimRequestRepository(server.database).after(1, {}, 500));
    after.mockRejectedValueOnce(new Error('no such luck'));
    await expect(server.rest.get('/scim/requests/export')).rejects.toThrow('terminated');
    after.mockRestore();
  });
});
