import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { sql, type RawBuilder } from 'kysely';
import { createGroup, createUser } from '../support/people.js';
import { startTestServer, type TestServer } from '../support/test-server.js';

const MEMBERS = 12_000;
const PAGE = 2_000;
/** Half the length of a name: all members together do not fit into the buffers of sockets. */
const LONG = 300;
const ENDPOINT = '/Groups';

describe('Large groups', () => {
  let server: TestServer;
  let id: string;
  let path: string;
  let pagesRead = 0;

  /** Counts the statements that read members in parts. */
  function countPages(): void {
    const rows = server.database.rows.bind(server.database);
    server.database.rows = <Row>(statement: RawBuilder<Row>) => {
      const { sqlFragments = [] } = statement.toOperationNode() as { sqlFragments?: readonly string[] };
      if (sqlFragments.join('').includes('json_agg(member')) pagesRead += 1;
      return rows(statement);
    };
  }

  /** Updates statistics: this many new rows change the plans, also of connections that were idle. */
  async function analyze(): Promise<void> {
    await server.database.rows(sql`analyze`);
    await Promise.allSettled([server.scim.get('/ServiceProviderConfig')]);
  }

  beforeAll(async () => {
    server = await startTestServer();
    const user = await createUser(server.scim);
    id = (await createGroup(server.scim, 'Everybody', [user])).id;
    path = `${ENDPOINT}/${id}`;
    await createGroup(server.scim, 'Few', [user]);
    await server.database.rows(sql`
      with added as (
        insert into users (organization_id, scim_id, user_name, user_name_key, display_name, attributes)
        select 1, gen_random_uuid(), 'Zoë ' || i, 'zoë ' || i, 'Zoë ' || i || repeat(' ö', ${LONG}::integer), '{}' from generate_series(1, ${MEMBERS - 1}::integer) i
        returning organization_id, id
      )
      insert into group_members (organization_id, group_id, user_id)
      select a.organization_id, g.id, a.id from added a, groups g where g.scim_id = ${id}`);
    countPages();
    await analyze();
  });
  afterAll(() => server.close());
  beforeEach(() => {
    pagesRead = 0;
  });

  it('come whole, each member once and as members of small groups look', async () => {
    const { body, headers, status } = await server.scim.get(path);
    expect({ status, type: headers.get('content-type'), etag: headers.get('etag') }).toEqual({
      status: 200,
      type: 'application/scim+json',
      etag: body.meta.version,
    });
    expect(new Set(body.members.map(({ value }: { value: string }) => value)).size).toBe(MEMBERS);
    expect(body.members.at(-1)).toEqual({
      value: expect.any(String),
      $ref: expect.stringMatching(/^http:.*\/scim\/v2\/Users\/[0-9a-f-]{36}$/),
      display: `Zoë ${MEMBERS - 1}${' ö'.repeat(LONG)}`,
      type: 'User',
    });
    expect(pagesRead).toBeGreaterThan(1);
  });

  it('come with the parts that were asked for', async () => {
    const { body } = await server.scim.get(`${path}?attributes=members.value`);
    expect(Object.keys(body).sort()).toEqual(['id', 'members', 'schemas']);
    expect(body.members).toHaveLength(MEMBERS);
    expect(Object.keys(body.members[0])).toEqual(['value']);
  });

  it('cost nothing without members, or for a version that the client has', async () => {
    const { body } = await server.scim.get(`${path}?excludedAttributes=members`);
    expect(body).not.toHaveProperty('members');
    const { status } = await server.scim.get(path, { 'if-none-match': body.meta.version });
    expect({ status, pagesRead }).toEqual({ status: 304, pagesRead: 0 });
  });

  it('answer HEAD without a look at all members', async () => {
    const { status } = await server.scim.send('HEAD', path);
    expect(status).toBe(200);
    expect(pagesRead).toBeLessThan(3);
  });

  it.each([
    ['a list', () => server.scim.get('/Groups?sortBy=displayName')],
    ['a search of groups', () => server.scim.post('/Groups/.search', { sortBy: 'displayName' })],
    [
      'a search of everything',
      () => server.scim.post('/.search', { filter: 'displayName eq "Everybody" or displayName eq "Few"' }),
    ],
  ])('come in %s beside small ones', async (_, request) => {
    const { status, body } = await request();
    const sizes = body.Resources.map(({ displayName, members }: { displayName: string; members?: unknown[] }) => [
      displayName,
      members?.length,
    ]);
    expect({ status, sizes }).toEqual({
      status: 200,
      sizes: [
        ['Everybody', MEMBERS],
        ['Few', 1],
      ],
    });
  });

  it('come whole in the answer to a write', async () => {
    const renamed = { Operations: [{ op: 'replace', path: 'displayName', value: 'Everybody' }] };
    const { status, body } = await server.scim.patch(`${path}?attributes=members`, renamed);
    expect({ status, members: body.members.length }).toEqual({ status: 200, members: MEMBERS });
  });

  it('are not read on for a client that is gone', async () => {
    const leaving = new AbortController();
    const response = await fetch(`${server.origin}/scim/v2${path}`, {
      headers: { authorization: 'Bearer the-owners-token-in-tests' },
      signal: leaving.signal,
    });
    await response.body?.getReader().read();
    leaving.abort();
    await server.scim.get('/ServiceProviderConfig');
    const read = pagesRead;
    await server.scim.get('/ServiceProviderConfig');
    expect(read).toBeLessThan(MEMBERS / PAGE);
    expect(pagesRead - read).toBeLessThanOrEqual(1);
  });
});
