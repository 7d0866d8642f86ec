import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Answer } from '../support/http-client.js';
import { aUser, createGroup, createUser } from '../support/people.js';
import { analyzedTables, CONNECTIONS, keepWithoutStatistics, rowsRead } from '../support/rows-read.js';
import { startTestServer, type TestServer } from '../support/test-server.js';

const USERS = 3_000;
const AT_EACH_END = 500;
const TIMES = 5;
/** More runs than PostgreSQL needs until it keeps a plan. */
const UNTIL_PLANNED = 8;

interface Person {
  readonly id: string;
  readonly userName: string;
  readonly externalId: string;
}

type Request = (server: TestServer, person: Person, group: string) => Promise<Answer>;

const filtered = (filter: string) => `/Users?filter=${encodeURIComponent(filter)}`;
const members = (op: string, value: string) => ({ Operations: [{ op, path: 'members', value: [{ value }] }] });
const active = (value: boolean) => ({ Operations: [{ op: 'replace', value: { active: value } }] });

/** In an order in which each can be done after the others. */
const REQUESTS: [string, Request][] = [
  ['reading a user', ({ scim }, { id }) => scim.get(`/Users/${id}`)],
  ['reading a user by their name', ({ scim }, { userName }) => scim.get(`/Users/${userName}`)],
  ['looking for a userName', ({ scim }, { userName }) => scim.get(filtered(`userName eq "${userName}"`))],
  ['looking for nobody', ({ scim }) => scim.get(filtered('userName eq "nobody"'))],
  ['looking for an externalId', ({ scim }, { externalId }) => scim.get(filtered(`externalId eq "${externalId}"`))],
  ['looking for an id', ({ scim }, { id }) => scim.get(filtered(`id eq "${id}"`))],
  ['looking for an email', ({ scim }, { userName }) => scim.get(filtered(`emails.value eq "${userName}"`))],
  [
    'looking for a work email',
    ({ scim }, { userName }) => scim.get(filtered(`emails[type eq "work" and value eq "${userName}"]`)),
  ],
  ['looking for an email over REST', ({ rest }, { userName }) => rest.get(`/users/?email=${userName}`)],
  [
    'patching a user',
    ({ scim }, { id }) =>
      scim.patch(`/Users/${id}`, { Operations: [{ op: 'add', path: 'title', value: `T${Math.random()}` }] }),
  ],
  [
    'replacing a user',
    ({ scim }, { id, userName, externalId }) =>
      scim.put(`/Users/${id}`, aUser({ userName, externalId, title: `T${Math.random()}` })),
  ],
  [
    'looking for a group',
    ({ scim }) => scim.get('/Groups?filter=displayName%20eq%20%22All%22&excludedAttributes=members'),
  ],
  ['adding a member', ({ scim }, { id }, group) => scim.patch(`/Groups/${group}`, members('add', id))],
  ['deactivating a user', ({ scim }, { id }) => scim.patch(`/Users/${id}`, active(false))],
  ['reactivating a user', ({ scim }, { id }) => scim.patch(`/Users/${id}`, active(true))],
  ['removing a member', ({ scim }, { id }, group) => scim.patch(`/Groups/${group}`, members('remove', id))],
  [
    'adding a member by name',
    ({ scim }, { userName }, group) => scim.patch(`/Groups/${group}`, members('add', userName)),
  ],
  ['deleting a user', ({ scim }, { id }) => scim.delete(`/Users/${id}`)],
  ['reviving a user', ({ scim }, { userName, externalId }) => scim.post('/Users', aUser({ userName, externalId }))],
];

describe('A database that has no statistics', () => {
  let server: TestServer;
  let group: string;

  async function aPerson(number: number): Promise<Person> {
    const { id, userName, externalId } = await createUser(server.scim, { externalId: `external-${number}` });
    return { id, userName, externalId };
  }

  /** Rows read for each of some requests. */
  async function cost(requests: number, send: (number: number) => Promise<unknown>): Promise<number> {
    const before = await rowsRead(server);
    for (let number = 0; number < requests; number++) await send(number);
    return ((await rowsRead(server)) - before) / requests;
  }

  async function costs(times: number): Promise<Map<string, number>> {
    const people: Person[] = [];
    for (let number = 0; number < times; number++) people.push(await aPerson(number));
    const result = new Map<string, number>();
    for (const [name, request] of REQUESTS) {
      const read = await cost(times, async (number) => {
        const { status } = await request(server, people[number] as Person, group);
        expect({ name, isDone: status < 300 }).toEqual({ name, isDone: true });
      });
      result.set(name, read);
    }
    return result;
  }

  beforeAll(async () => {
    server = await startTestServer({ DATABASE_POOL_MAX: CONNECTIONS });
    await keepWithoutStatistics(server);
    group = (await createGroup(server.scim, 'All')).id;
    await server.rest.post('/scim/settings', {
      roles_groups: [['Reviewer', 'All']],
      workspaces_groups: [['Radiology', 'All']],
    });
  });
  afterAll(() => server.close());

  it('reads no more for each of 3,000 users than for the first', async () => {
    await costs(UNTIL_PLANNED);
    const early = await costs(TIMES);
    const ids: string[] = [];
    const create = async () => ids.push((await createUser(server.scim)).id);
    const first = await cost(AT_EACH_END, create);
    for (let number = 0; number < USERS - 2 * AT_EACH_END; number++) await create();
    const last = await cost(AT_EACH_END, create);
    for (let from = 0; from < USERS; from += AT_EACH_END) {
      const value = ids.slice(from, from + AT_EACH_END).map((id) => ({ value: id }));
      await server.scim.patch(`/Groups/${group}`, { Operations: [{ op: 'add', path: 'members', value }] });
    }
    const late = await costs(TIMES);

    const all = [
      ['creating a user', first, last],
      ...REQUESTS.map(([name]) => [name, early.get(name), late.get(name)]),
    ];
    const grown = all.filter(([, before, after]) => Number(after) > 2 * Number(before) + 10);
    expect(grown).toEqual([]);
    expect(all.filter(([, before]) => !(Number(before) > 0))).toEqual([]);
    expect(await analyzedTables(server)).toEqual([]);
  }, 600_000);
});
