import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { sql } from 'kysely';
import type { Answer } from '../support/http-client.js';
import { clientsOf, createPerson, createTenant, issueToken } from '../support/tenants.js';
import { createTestDatabase, onPostgreSql, type TestDatabase } from '../support/test-database.js';
import { startTestServer, type TestServer } from '../support/test-server.js';

/** Two instances on one database. An embedded one has a single instance, which is used as both. */
describe('Tokens on all instances', () => {
  let database: TestDatabase;
  let instances: [TestServer, TestServer];

  beforeAll(async () => {
    database = await createTestDatabase();
    const first = await startTestServer({}, database);
    instances = [first, onPostgreSql ? await startTestServer({}, database) : first];
  });
  afterAll(async () => {
    for (const instance of new Set(instances)) await instance.close();
    await database.drop();
  });

  /** What each instance answers to a token, on REST. */
  async function statuses(token: string, path = '/current-user/whoami'): Promise<number[]> {
    const answers: Promise<Answer>[] = instances.map((instance) => clientsOf(instance, token).rest.get(path));
    return (await Promise.all(answers)).map(({ status }) => status);
  }

  async function scimStatuses(token: string): Promise<number[]> {
    const answers = instances.map((instance) => clientsOf(instance, token).scim.get('/Users?count=0'));
    return (await Promise.all(answers)).map(({ status }) => status);
  }

  it('stop everywhere once one instance has revoked them', async () => {
    const [one, other] = instances;
    const { token, id } = (await one.rest.post('/tokens', { name: 'Okta' })).body;
    const before = [await statuses(token), await scimStatuses(token)];
    expect((await other.rest.delete(`/tokens/${id}`)).status).toBe(204);
    expect(before).toEqual([
      [200, 200],
      [200, 200],
    ]);
    expect([await statuses(token), await scimStatuses(token)]).toEqual([
      [401, 401],
      [401, 401],
    ]);
  });

  it('stop everywhere at the moment they expire, however often they were used before', async () => {
    const [one] = instances;
    const { scimId } = await createPerson(one, 'AD');
    const token = await issueToken(one, scimId, new Date(Date.now() + 3_600_000));
    const before = await statuses(token, '/users/');
    await one.database.rows(sql`update access_tokens set expires_at = now() where name = 'Made for a test'
      and user_id = (select id from users where scim_id = ${scimId}) and expires_at is not null`);
    expect([before, await statuses(token, '/users/')]).toEqual([
      [200, 200],
      [401, 401],
    ]);
  });

  it.each([
    ['deactivated over SCIM', { op: 'replace', value: { active: false } }],
    ['deactivated by the removal of their last group', undefined],
  ])('of somebody who is %s stop everywhere', async (_, operation) => {
    const [one, other] = instances;
    const { scimId, token } = await createPerson(one, 'AD');
    const before = await statuses(token);
    if (operation) await other.scim.patch(`/Users/${scimId}`, { Operations: [operation] });
    else await loseLastGroup(other, scimId);
    expect([before, await statuses(token)]).toEqual([
      [200, 200],
      [401, 401],
    ]);
  });

  async function loseLastGroup({ scim, rest }: TestServer, scimId: string): Promise<void> {
    const displayName = `leads of ${scimId}`;
    const { id } = (await scim.post('/Groups', { displayName, members: [{ value: scimId }] })).body;
    await rest.post('/scim/settings', { roles_groups: [['Manager', displayName]] });
    await scim.delete(`/Groups/${id}`);
  }

  it('are changed for new ones without a moment in which none is good', async () => {
    const [one, other] = instances;
    const seen: number[][] = [];
    const old = (await one.rest.post('/tokens', { name: 'Okta, this year' })).body;
    seen.push(await scimStatuses(old.token));
    const next = (await clientsOf(one, old.token).rest.post('/tokens', { name: 'Okta, next year' })).body;
    seen.push(await scimStatuses(old.token), await scimStatuses(next.token));
    expect((await clientsOf(other, next.token).rest.delete(`/tokens/${old.id}`)).status).toBe(204);
    seen.push(await scimStatuses(next.token), await scimStatuses(old.token));
    expect(seen).toEqual([
      [200, 200],
      [200, 200],
      [200, 200],
      [200, 200],
      [401, 401],
    ]);
  });

  it('are lowered with the role of their person everywhere', async () => {
    const [one, other] = instances;
    const { token, rest } = await createPerson(one, 'AD');
    const { id } = (await rest.get('/current-user/whoami')).body;
    const before = await statuses(token, '/users/');
    await other.rest.patch('/organizations/0/memberships', { user_id: id, role: 'AN' });
    expect([before, await statuses(token, '/users/')]).toEqual([
      [200, 200],
      [403, 403],
    ]);
  });
});

describe('Tokens of two servers in one process', () => {
  it('count on the server whose database knows them, whichever was started last', async () => {
    const first = await startTestServer();
    const second = await startTestServer();
    const { token } = await createTenant(first, 'olga@beta.test');
    const answers = [
      await clientsOf(first, token).rest.get('/users/'),
      await clientsOf(second, token).rest.get('/users/'),
    ];
    await first.close();
    await second.close();
    expect(answers.map(({ status }) => status)).toEqual([200, 401]);
  });
});
