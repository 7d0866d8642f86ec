import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { createGroup, createUser } from '../support/people.js';
import { startTestServer, type TestServer } from '../support/test-server.js';

const EMAIL = 'kim+test@x.test';

describe('A plus in a query', () => {
  let server: TestServer;

  beforeAll(async () => {
    server = await startTestServer();
    await createUser(server.scim, {
      userName: EMAIL,
      displayName: 'Kim Lee',
      emails: [{ value: EMAIL, type: 'work' }],
    });
    await createUser(server.scim, { userName: 'kim test@x.test', displayName: 'Kim+Lee' });
    await createGroup(server.scim, 'acme+qa');
    await createGroup(server.scim, 'acme qa');
  });
  afterAll(() => server.close());

  const users: [query: string, userName: string][] = [
    [`filter=userName%20eq%20%22${EMAIL}%22`, EMAIL],
    [`filter=userName%20eq%20"${EMAIL}"&count=5`, EMAIL],
    ['filter=userName%20eq%20%22kim%2Btest%40x.test%22', EMAIL],
    ['filter=userName+eq+"kim%2Btest@x.test"', EMAIL],
    ['filter=userName+eq+%22kim%2Btest%40x.test%22&count=5', EMAIL],
    [`filter=emails[type%20eq%20"work"%20and%20value%20eq%20"${EMAIL}"]`, EMAIL],
    [`filter=email%20sw%20"kim+"`, EMAIL],
    ['filter=userName+sw+"kim+test"', 'kim test@x.test'],
    ['filter=displayName+eq+%22Kim+Lee%22', EMAIL],
    ['filter=displayName%20eq%20%22Kim+Lee%22', 'kim test@x.test'],
  ];

  it.each(users)('is what it was written as: /Users?%s', async (query, userName) => {
    const { status, body } = await server.scim.get(`/Users?${query}`);
    expect(status).toBe(200);
    expect(body.Resources.map((user: { userName: string }) => user.userName)).toEqual([userName]);
  });

  it.each([
    ['filter=displayName%20eq%20%22acme+qa%22', 'acme+qa'],
    ['filter=displayName+eq+"acme%2Bqa"', 'acme+qa'],
    ['filter=displayName+eq+"acme+qa"', 'acme qa'],
  ])('is what it was written as: /Groups?%s', async (query, name) => {
    const { body } = await server.scim.get(`/Groups?${query}`);
    expect(body.Resources.map(({ displayName }: { displayName: string }) => displayName)).toEqual([name]);
  });

  it.each([
    [`/users/?email=${EMAIL}`, EMAIL],
    ['/users/?email=kim%2Btest%40x.test', EMAIL],
  ])('is what it was written as: %s', async (path, email) => {
    expect((await server.rest.get(path)).body.map((user: { email: string }) => user.email)).toEqual([email]);
  });

  it.each([
    ['search=acme+q', ['acme qa']],
    ['search=acme%2Bq', ['acme+qa']],
    ['page_size=1&search=acme%2Bq&page=1', ['acme+qa']],
  ])('is what it was written as: /scim/groups?%s', async (query, names) => {
    const { results } = (await server.rest.get(`/scim/groups?${query}`)).body;
    expect(results.map((group: { display_name: string }) => group.display_name)).toEqual(names);
  });

  it('is the same on the next page', async () => {
    await createGroup(server.scim, 'acme+qb');
    const first = (await server.rest.get('/scim/groups?search=acme%2Bq&page_size=1')).body;
    expect(first.count).toBe(2);
    const next = new URL(first.next);
    const second = (await server.rest.get(next.pathname.replace('/api', '') + next.search)).body;
    expect(second.results.map((group: { display_name: string }) => group.display_name)).toEqual(['acme+qb']);
  });

  it('is the offset of a moment', async () => {
    for (const since of ['2026-01-31T10:00:00+02:00', '2026-01-31T10:00:00%2B02:00'])
      expect((await server.rest.get(`/scim/requests?since=${since}`)).status).toBe(200);

    const { status } = await server.scim.get('/Users?filter=meta.created%20gt%20"2026-01-31T10:00:00+02:00"');
    expect(status).toBe(200);
  });

  it('is in the log of requests what it was taken for', async () => {
    const logged = async (query: string) => {
      await server.scim.get(`/Users?${query}`);
      return (await server.rest.get('/scim/requests?page_size=1')).body.results[0].query;
    };
    expect(await logged('filter=title+eq+"a+b"')).toBe('filter=title eq "a b"');
    expect(await logged('filter=title%20eq%20"a+b"')).toBe('filter=title eq "a+b"');
  });

  it('stays in a path', async () => {
    const { status, body } = await server.scim.get(`/Users/${EMAIL}?attributes=userName`);
    expect([status, body.userName]).toEqual([200, EMAIL]);
  });
});
