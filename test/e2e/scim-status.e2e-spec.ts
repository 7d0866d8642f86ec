import { afterAll, afterEach, beforeAll, describe, expect, it } from '@jest/globals';
import { sql } from 'kysely';
import { expectRestError } from '../support/expect-error.js';
import { asOkta } from '../support/okta-client.js';
import { aUser, createGroup } from '../support/people.js';
import { createPerson, createTenant } from '../support/tenants.js';
import { startTestServer, type TestServer } from '../support/test-server.js';

const DAY_MS = 86_400_000;

const dayOf = (moment: number) => new Date(moment).toISOString().slice(0, 10);

describe('The status of the SCIM connection', () => {
  let server: TestServer;
  const status = async (query = '') => (await server.rest.get(`/scim/status${query}`)).body;

  beforeAll(async () => {
    server = await startTestServer();
  });
  afterAll(() => server.close());

  /** Writes requests into the log as if they had been answered some time ago. */
  const record = (answers: readonly { readonly at: string; readonly status: number | null }[]) =>
    server.database.rows(sql`
      insert into scim_requests (organization_id, received_at, request_id, method, path, duration_ms, status)
      select (select min(id) from organizations), r.at::timestamptz, 'earlier', 'GET', '/scim/v2/Users', 3, r.status
        from jsonb_to_recordset(${JSON.stringify(answers)}::jsonb) as r (at text, status integer)`);

  it('is empty before the first request', async () => {
    const { days, ...rest } = await status('?days=3');
    expect(rest).toEqual({
      first_request_at: null,
      last_request: null,
      last_error: null,
      group_pushed: false,
      group_mapped: false,
    });
    const now = Date.now();
    expect(days).toEqual(
      [2, 1, 0].map((ago) => ({ date: dayOf(now - ago * DAY_MS), requests: 0, errors: 0, errors_server: 0 })),
    );
  });

  it('has the last request and the last error at once', async () => {
    const okta = asOkta(server.scim);
    const user = aUser();
    const { body: created } = await okta.post('/Users', user);
    await okta.post('/Users', user);
    await okta.get(`/Users/${created.id}`);
    expect(await status()).toMatchObject({
      first_request_at: expect.stringMatching(/^\d{4}-.*Z$/),
      last_request: {
        id: expect.any(Number),
        received_at: expect.stringMatching(/^\d{4}-.*Z$/),
        method: 'GET',
        path: `/scim/v2/Users/${created.id}`,
        status: 200,
        scim_type: null,
        detail: null,
        duration_ms: expect.any(Number),
        user_agent: 'Okta SCIM Client 1.0.0',
        resource_type: 'User',
        resource_id: created.id,
      },
      last_error: { method: 'POST', status: 409, scim_type: 'uniqueness', detail: expect.stringContaining('userName') },
    });
    expect(Object.keys((await status()).last_error)).toEqual(
      expect.not.arrayContaining(['body', 'query', 'request_id', 'organization_id']),
    );
  });

  it('counts each day in UTC from its first moment to its last, whoever hung up before an answer included', async () => {
    const day = dayOf(Date.now() - 5 * DAY_MS);
    const before = dayOf(Date.now() - 6 * DAY_MS);
    await record([
      { at: `${day}T00:00:00Z`, status: 201 },
      { at: `${day}T23:59:59.999Z`, status: 404 },
      { at: `${day}T12:00:00Z`, status: 503 },
      { at: `${day}T12:00:00Z`, status: null },
      { at: `${before}T23:59:59.999Z`, status: 399 },
    ]);
    const { days, first_request_at } = await status('?days=7');
    expect(days.slice(0, 3)).toEqual([
      { date: before, requests: 1, errors: 0, errors_server: 0 },
      { date: day, requests: 4, errors: 2, errors_server: 1 },
      { date: dayOf(Date.now() - 4 * DAY_MS), requests: 0, errors: 0, errors_server: 0 },
    ]);
    expect(first_request_at).toBe(`${before}T23:59:59.999Z`);
  });

  it.each([
    ['', 14],
    ['?days=1', 1],
    ['?days=90', 90],
  ])('with "%s" has %i days up to today', async (query, length) => {
    const { days } = await status(query);
    expect(days).toHaveLength(length);
    expect(days.at(-1).date).toBe(dayOf(Date.now()));
  });

  it.each(['0', '91', '1.5', 'week', ''])('refuses "%s" days', async (days) => {
    expectRestError(await server.rest.get(`/scim/status?days=${days}`), 400, ['days']);
  });

  describe('of the groups', () => {
    const NONE = { roles_groups: [], workspaces_groups: [], projects_groups: [] };
    const progress = async () => {
      const { group_pushed, group_mapped } = await status('?days=1');
      return { group_pushed, group_mapped };
    };
    afterEach(() => server.rest.post('/scim/settings', NONE));

    it.each(['roles_groups', 'workspaces_groups', 'projects_groups'])('sees a mapping in %s alone', async (list) => {
      const { id } = (await server.rest.post('/projects/', { title: list })).body;
      const rows = {
        roles_groups: [['Annotator', 'acme-one']],
        workspaces_groups: [['Radiology', 'acme-one']],
        projects_groups: [{ project_id: id, group: 'acme-one', role: 'Inherit' }],
      }[list];
      await server.rest.post('/scim/settings', { [list]: rows });
      expect(await progress()).toEqual({ group_pushed: false, group_mapped: true });
    });

    it('sees one that was pushed behind a thousand that mappings only announce', async () => {
      const announced = Array.from({ length: 1000 }, (_, at) => ['Annotator', `acme-${String(at).padStart(4, '0')}`]);
      await server.rest.post('/scim/settings', { roles_groups: [...announced, ['Reviewer', 'zeta']] });
      expect(await progress()).toEqual({ group_pushed: false, group_mapped: true });
      const group = await createGroup(server.scim, 'zeta');
      expect(await progress()).toEqual({ group_pushed: true, group_mapped: true });
      await server.scim.delete(`/Groups/${group.id}`);
      expect(await progress()).toEqual({ group_pushed: false, group_mapped: true });
    });

    it('sees one that was pushed and that nothing is mapped to', async () => {
      const group = await createGroup(server.scim);
      expect(await progress()).toEqual({ group_pushed: true, group_mapped: false });
      await server.scim.delete(`/Groups/${group.id}`);
      expect(await progress()).toEqual({ group_pushed: false, group_mapped: false });
    });
  });

  it('is that of one organization, for its Owner and Administrators', async () => {
    const other = await createTenant(server, 'owner@status.test');
    await createGroup(server.scim);
    await server.rest.post('/scim/settings', { roles_groups: [['Annotator', 'acme-two']] });
    expect((await other.rest.get('/scim/status')).body).toMatchObject({
      last_request: null,
      last_error: null,
      group_pushed: false,
      group_mapped: false,
    });
    expectRestError(await (await createPerson(server, 'MA')).rest.get('/scim/status'), 403);
  });
});
