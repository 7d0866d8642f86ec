import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { type KyselyPlugin, type RawBuilder, sql } from 'kysely';
import type { Database } from '../../src/platform/database/database.js';
import { currentContext } from '../../src/platform/http/request-context.js';
import type { Answer } from '../support/http-client.js';
import { aUser, createGroup, createUser } from '../support/people.js';
import { startTestServer, type TestServer } from '../support/test-server.js';

const MORE_ROWS = 3_000;

type Request = (server: TestServer, ids: { user: string; group: string }) => Promise<Answer>;

const REQUESTS: [string, Request][] = [
  ['creating a user', ({ scim }) => scim.post('/Users', aUser())],
  ['reading a user', ({ scim }, { user }) => scim.get(`/Users/${user}`)],
  ['looking a user up', ({ scim }) => scim.get('/Users?filter=userName%20eq%20%22nobody%22')],
  [
    'patching a user',
    ({ scim }, { user }) =>
      scim.patch(`/Users/${user}`, { Operations: [{ op: 'add', value: { title: `T${Math.random()}` } }] }),
  ],
  [
    'deactivating and reactivating a user',
    async ({ scim }, { user }) => {
      await scim.patch(`/Users/${user}`, { Operations: [{ op: 'replace', value: { active: false } }] });
      return scim.patch(`/Users/${user}`, { Operations: [{ op: 'replace', value: { active: true } }] });
    },
  ],
  [
    'replacing a user',
    async ({ scim }, { user }) =>
      scim.put(`/Users/${user}`, { ...(await scim.get(`/Users/${user}`)).body, nickName: `N${Math.random()}` }),
  ],
  ['listing 100 users', ({ scim }) => scim.get('/Users?count=100')],
  [
    'adding and removing a member',
    async ({ scim }, { user, group }) => {
      await scim.patch(`/Groups/${group}`, { Operations: [{ op: 'add', path: 'members', value: [{ value: user }] }] });
      return scim.patch(`/Groups/${group}`, { Operations: [{ op: 'remove', path: `members[value eq "${user}"]` }] });
    },
  ],
  ['reading a group with its members', ({ scim }, { group }) => scim.get(`/Groups/${group}`)],
  ['listing groups', ({ scim }) => scim.get('/Groups')],
];

describe('The number of SQL statements', () => {
  let server: TestServer;
  let ids: { user: string; group: string };
  let statements = 0;

  /** Counts a statement if it belongs to a request; those in the background do not. */
  function countOne(): void {
    if (currentContext().channel === 'scim') statements += 1;
  }

  /** Counts the statements of `Database`, through which modules make all of theirs. */
  function count(database: Database): void {
    const rows = database.rows.bind(database);
    const tables = database.tables.bind(database);
    const counting: KyselyPlugin = {
      transformQuery: ({ node }) => {
        countOne();
        return node;
      },
      transformResult: ({ result }) => Promise.resolve(result),
    };
    database.rows = <Row>(statement: RawBuilder<Row>) => {
      countOne();
      return rows(statement);
    };
    database.tables = <Tables>() => tables<Tables>().withPlugin(counting);
  }

  async function costs(): Promise<Record<string, number>> {
    const result: Record<string, number> = {};
    for (const [name, request] of REQUESTS) {
      statements = 0;
      const { status } = await request(server, ids);
      result[name] = statements;
      expect({ name, isDone: status < 300 }).toEqual({ name, isDone: true });
    }
    return result;
  }

  beforeAll(async () => {
    server = await startTestServer();
    const user = await createUser(server.scim);
    ids = { user: user.id, group: (await createGroup(server.scim)).id };
    await server.rest.post('/scim/settings', {
      roles_groups: [['Reviewer', (await server.scim.get('/Groups')).body.Resources[0].displayName]],
    });
    count(server.database);
  });
  afterAll(() => server.close());

  it('is two for what is read: whose token it is, and the answer', async () => {
    const reads = Object.entries(await costs()).filter(([name]) => /^(reading|looking|listing)/.test(name));
    expect(reads.map(([name, number]) => `${name}: ${number}`)).toEqual(reads.map(([name]) => `${name}: 2`));
    expect(reads.length).toBeGreaterThan(4);
  });

  it('is the same whatever the size of the tables', async () => {
    await costs();
    const small = await costs();
    await server.database.rows(sql`
      with added as (
        insert into users (organization_id, scim_id, user_name, user_name_key, attributes)
        select 1, gen_random_uuid(), 'row ' || i, 'row ' || i, '{}' from generate_series(1, ${MORE_ROWS}) i
        returning organization_id, id
      ), roles as (
        insert into role_assignments (organization_id, user_id, base_role, base_role_source, role, role_source)
        select organization_id, id, 'AN', 'default', 'AN', 'default' from added
      )
      insert into group_members (organization_id, group_id, user_id)
      select a.organization_id, g.id, a.id from added a, groups g where g.scim_id = ${ids.group}`);
    expect(await costs()).toEqual(small);
    expect(Math.max(...Object.values(small))).toBeLessThan(60);
  });
});
