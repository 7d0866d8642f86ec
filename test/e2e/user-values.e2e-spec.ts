import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { expectScimError } from '../support/expect-error.js';
import { patchOp } from '../support/patching.js';
import { aUser, createUser, unique } from '../support/people.js';
import { startTestServer, type TestServer } from '../support/test-server.js';

const ENTERPRISE = 'urn:ietf:params:scim:schemas:extension:enterprise:2.0:User';

/**
 * Values that a client wrote as text once too often, or that are not addresses: never taken for somebody's identity.
 */
describe('Values of users', () => {
  let server: TestServer;
  let user: { id: string; userName: string };
  const read = async () => (await server.scim.get(`/Users/${user.id}`)).body;
  const patch = (...operations: unknown[]) => server.scim.patch(`/Users/${user.id}`, patchOp(...operations));
  const identity = async () =>
    (await server.rest.get('/users/')).body.find((one: { scim_id: string }) => one.scim_id === user.id).email;

  beforeAll(async () => {
    server = await startTestServer();
  });
  beforeEach(async () => {
    user = await createUser(server.scim);
  });
  afterAll(() => server.close());

  const address = '{"value":"kim@x.test"}';
  const refused: [what: string, operation: Record<string, unknown>][] = [
    ['JSON of another shape for a list', { path: 'emails', value: '[{"address":"kim@x.test"}]' }],
    ['broken JSON for a list', { path: 'emails', value: '[{"value":"kim@x.test"}' }],
    ['text for a list', { path: 'emails', value: 'a string' }],
    ['a list in JSON for an entry', { path: 'emails', value: [`[${address}]`] }],
    ['JSON in a value', { path: 'emails', value: [{ value: address }] }],
    ['JSON for a value', { path: 'emails[type eq "work"].value', value: `[${address}]` }],
    ['JSON in a value without a path', { value: { 'emails[type eq "work"].value': address } }],
    ['JSON of another shape for a picked entry', { path: 'emails[type eq "work"]', value: '{"address":"kim@x.test"}' }],
    ['nothing that is known for a picked entry', { path: 'emails[type eq "work"]', value: { address: 'kim@x.test' } }],
    ['an entry of which nothing is known', { path: 'emails', value: [{ address: 'kim@x.test' }] }],
    ['JSON for a name', { path: 'userName', value: address }],
    ['JSON of another shape for a manager', { path: `${ENTERPRISE}:manager`, value: '{"id":"1"}' }],
    ['JSON in the value of a manager', { path: `${ENTERPRISE}:manager.value`, value: '{"value":"1"}' }],
    ['a list for a text', { path: 'name.givenName', value: ['a'] }],
    ['a list of texts for a manager', { path: `${ENTERPRISE}:manager`, value: ['1'] }],
    ['a list for a boolean', { path: 'active', value: [false] }],
  ];

  it.each(refused)('are refused by PATCH when there is %s', async (_, operation) => {
    const before = await read();
    expectScimError(await patch({ op: 'replace', ...operation }), 400, 'invalidValue');
    expect(await read()).toEqual(before);
  });

  it.each([
    ['text for a list', { emails: 'a string' }],
    ['text for an address in a list', { emails: 'kim@x.test' }],
    ['JSON in an entry', { emails: [{ value: address }] }],
    ['a list in JSON for an entry', { emails: [`[${address}]`] }],
    ['an entry of which nothing is known', { emails: [{ value: 'kim@x.test' }, { address: 'lee@x.test' }] }],
    ['JSON for a name', { userName: address }],
    ['a list for a text', { name: { givenName: ['a'] } }],
    ['JSON of another shape for a manager', { [ENTERPRISE]: { manager: '{"id":"1"}' } }],
  ])('are refused by POST and PUT when there is %s', async (_, attributes) => {
    const before = await read();
    const count = (await server.scim.get('/Users?count=0')).body.totalResults;
    expectScimError(await server.scim.post('/Users', aUser(attributes)), 400, 'invalidValue');
    expectScimError(await server.scim.put(`/Users/${user.id}`, aUser(attributes)), 400, 'invalidValue');
    expect(await read()).toEqual(before);
    expect((await server.scim.get('/Users?count=0')).body.totalResults).toBe(count);
  });

  it.each<[what: string, operation: (value: string) => Record<string, unknown>]>([
    ['a list', (value) => ({ path: 'emails', value: JSON.stringify([{ value, type: 'home' }]) })],
    ['an object for a list', (value) => ({ path: 'emails', value: JSON.stringify({ value }) })],
    ['an entry', (value) => ({ path: 'emails', value: [JSON.stringify({ value })] })],
    ['a picked entry', (value) => ({ path: 'emails[type eq "work"]', value: JSON.stringify({ value }) })],
  ])('are read out of JSON text: %s', async (_, operation) => {
    const value = `${unique('json')}@x.test`;
    expect((await patch({ op: 'replace', ...operation(value) })).status).toBe(200);
    expect((await read()).emails).toEqual([expect.objectContaining({ value })]);
    expect(await identity()).toBe(value);
  });

  it('are read out of JSON text: a manager', async () => {
    const value = JSON.stringify({ value: '42' });
    expect((await patch({ op: 'add', path: `${ENTERPRISE}:manager`, value })).body[ENTERPRISE]).toMatchObject({
      manager: { value: '42' },
    });
  });

  describe.each(['N/A', '-', 'none', 'kim lee@x.test', 'Kim <kim@x.test>', '@x.test', 'kim@'])(
    'such as the email %j',
    (value) => {
      it('are kept, and found, but identify nobody and are in nobody’s way', async () => {
        for (let count = 0; count < 2; count += 1) {
          const userName = `${unique('someone')}@example.org`;
          user = await createUser(server.scim, { userName, emails: [{ value, type: 'work', primary: true }] });
          expect((await read()).emails).toEqual([{ value, type: 'work', primary: true }]);
          expect(await identity()).toBe(userName);
        }
        const filter = encodeURIComponent(`emails.value eq ${JSON.stringify(value)}`);
        expect((await server.scim.get(`/Users?filter=${filter}`)).body.totalResults).toBeGreaterThan(1);
      });

      it('stand back behind one that can be an address', async () => {
        const real = `${unique('real')}@x.test`;
        await patch({ op: 'replace', path: 'emails', value: [{ value, primary: true }, { value: real }] });
        expect(await identity()).toBe(real);
      });
    },
  );

  describe('that are equal in type and value (RFC 7643 §2.4)', () => {
    const work = (value: string, primary?: boolean) => ({
      value,
      type: 'work',
      ...(primary === undefined ? {} : { primary }),
    });

    it('are stored once by POST and PUT, the primary one of them', async () => {
      const name = unique('twice');
      const [lower, upper] = [`${name}@x.test`, `${name.toUpperCase()}@x.test`];
      const emails = [work(lower), { value: lower, type: 'home' }, work(upper, true)];
      user = await createUser(server.scim, { emails });
      expect((await read()).emails).toEqual([work(upper, true), { value: lower, type: 'home' }]);
      const answer = await server.scim.put(
        `/Users/${user.id}`,
        aUser({ userName: user.userName, emails: [...emails].reverse() }),
      );
      expect(answer.body.emails).toEqual([work(upper, true), { value: lower, type: 'home' }]);
    });

    it('are stored once by PATCH, the primary one of them', async () => {
      const name = unique('twice');
      await patch({ op: 'replace', path: 'emails', value: [work(`${name}-a@x.test`), work(`${name}-b@x.test`, true)] });
      const value = `${name}@x.test`;
      const answer = await patch({ op: 'replace', path: 'emails[type eq "work"].value', value });
      expect([answer.status, answer.body.emails]).toEqual([200, [work(value, true)]]);
    });

    it('are stored once in other lists, by the case rule of each', async () => {
      const roles = [{ value: 'Reader' }, { value: 'reader' }, { value: 'reader', type: 'app' }];
      const photos = [{ value: 'https://x.test/a' }, { value: 'https://x.test/A' }, { value: 'https://x.test/a' }];
      user = await createUser(server.scim, { roles, photos });
      expect(await read()).toMatchObject({ roles: [roles[0], roles[2]], photos: [photos[0], photos[1]] });
    });
  });
});
