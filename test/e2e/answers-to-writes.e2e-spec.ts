import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Answer } from '../support/http-client.js';
import { aUser, createGroup, createUser } from '../support/people.js';
import { startTestServer, type TestServer } from '../support/test-server.js';

const ACCESS = 'urn:rolecall:params:scim:schemas:extension:access:2.0:User';

type Write = (server: TestServer, query: string) => Promise<Answer>;

function patchOf(...values: readonly object[]): Write {
  return async ({ scim }, query) => {
    const user = await createUser(scim);
    await createGroup(scim, undefined, [user]);
    const answers: Answer[] = [];
    for (const value of values)
      answers.push(await scim.patch(`/Users/${user.id}${query}`, { Operations: [{ op: 'replace', value }] }));

    return answers.at(-1) ?? Promise.reject(new Error('Nothing was sent'));
  };
}

const WRITES: [what: string, write: Write][] = [
  ['creating somebody', ({ scim }, query) => scim.post(`/Users${query}`, aUser())],
  [
    'bringing back somebody who was deleted',
    async ({ scim }, query) => {
      const body = aUser();
      const { id } = (await scim.post('/Users', body)).body as { id: string };
      await scim.delete(`/Users/${id}`);
      return scim.post(`/Users${query}`, body);
    },
  ],
  ['changing a title', patchOf({ title: 'Chief' })],
  ['changing nothing', patchOf({ title: 'Chief' }, { title: 'Chief' })],
  ['deactivating', patchOf({ active: false })],
  ['reactivating', patchOf({ active: false }, { active: true })],
  [
    'replacing',
    async ({ scim }, query) => {
      const user = await createUser(scim);
      await createGroup(scim, undefined, [user]);
      return scim.put(`/Users/${user.id}${query}`, { ...user, nickName: 'Other' });
    },
  ],
];

const QUERIES = [
  '',
  `?attributes=userName,groups,active,meta,${ACCESS}`,
  `?attributes=${ACCESS}:role`,
  '?excludedAttributes=groups',
];

describe('The answer to', () => {
  let server: TestServer;

  beforeAll(async () => {
    server = await startTestServer();
  });
  afterAll(() => server.close());

  it.each(WRITES)('%s is what a read right after it shows, whatever is asked for', async (_, write) => {
    for (const query of QUERIES) {
      const { status, body } = await write(server, query);
      expect(status).toBeLessThan(300);
      const read = await server.scim.get(`/Users/${(body as { id: string }).id}${query}`);
      expect({ query, body }).toEqual({ query, body: read.body });
      expect({ query, tells: JSON.stringify(body).includes('"role"') }).toEqual({
        query,
        tells: query.includes(ACCESS),
      });
    }
  });
});
