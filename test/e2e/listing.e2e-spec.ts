import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { expectScimError } from '../support/expect-error.js';
import type { Answer } from '../support/http-client.js';
import { createGroup, createUser } from '../support/people.js';
import { startTestServer, type TestServer } from '../support/test-server.js';

const ENTERPRISE = 'urn:ietf:params:scim:schemas:extension:enterprise:2.0:User';
const ACCESS = 'urn:rolecall:params:scim:schemas:extension:access:2.0:User';

/** All users of these tests have this title, and no others. */
const OURS = 'title eq "cast"';

const people = [
  { userName: 'bo@acme.test', nickName: 'b', active: true, timezone: 'Z', [ENTERPRISE]: { department: 'Sales' } },
  { userName: 'Al@acme.test', nickName: undefined, active: false, timezone: 'a', name: { familyName: 'Ålund' } },
  {
    userName: 'cy@acme.test',
    nickName: 'A',
    active: true,
    [ENTERPRISE]: { department: 'art', manager: { value: 'x' } },
  },
  {
    userName: 'Di@acme.test',
    nickName: 'b',
    active: false,
    name: { familyName: 'zed' },
    emails: [{ value: 'aa@acme.test' }],
  },
];

describe('Lists of users', () => {
  let server: TestServer;

  beforeAll(async () => {
    server = await startTestServer();
    for (const person of people)
      await createUser(server.scim, { title: 'cast', name: undefined, displayName: undefined, ...person });
  });
  afterAll(() => server.close());

  const list = (parameters: Record<string, string>, path = '/Users'): Promise<Answer> =>
    server.scim.get(`${path}?${new URLSearchParams(parameters).toString()}`);

  const names = ({ body }: Answer): string[] =>
    body.Resources.map(({ userName }: { userName: string }) => userName.split('@')[0]);

  describe('sorted', () => {
    it.each<[sortBy: string, expected: string[]]>([
      ['userName', ['Al', 'bo', 'cy', 'Di']],
      ['USERNAME', ['Al', 'bo', 'cy', 'Di']],
      ['nickName', ['cy', 'bo', 'Di', 'Al']],
      ['active', ['Al', 'Di', 'bo', 'cy']],
      ['emails', ['Di', 'Al', 'bo', 'cy']],
      ['emails.value', ['Di', 'Al', 'bo', 'cy']],
      ['name.familyName', ['Di', 'Al', 'bo', 'cy']],
      ['timezone', ['Al', 'bo', 'cy', 'Di']],
      [`${ENTERPRISE}:department`, ['cy', 'bo', 'Al', 'Di']],
      [`${ENTERPRISE}:manager`, ['cy', 'bo', 'Al', 'Di']],
      [`${ACCESS}:role`, ['bo', 'cy', 'Al', 'Di']],
      ['urn:ietf:params:scim:schemas:core:2.0:User:userName', ['Al', 'bo', 'cy', 'Di']],
      ['id', ['bo', 'Al', 'cy', 'Di']],
      ['meta.created', ['bo', 'Al', 'cy', 'Di']],
      ['meta.lastModified', ['bo', 'Al', 'cy', 'Di']],
      ['meta.location', ['bo', 'Al', 'cy', 'Di']],
      ['meta.version', ['bo', 'Al', 'cy', 'Di']],
    ])('puts them in order of %s, those without a value last', async (sortBy, expected) => {
      expect(names(await list({ sortBy, filter: OURS }))).toEqual(expected);
    });

    it('puts those without a value first when descending, and ties in order of creation', async () => {
      const answer = await list({ sortBy: 'nickName', sortOrder: 'descending', filter: OURS });
      expect(names(answer)).toEqual(['Al', 'bo', 'Di', 'cy']);
    });

    it('goes by the primary value of several', async () => {
      const emails = [{ value: 'zz@acme.test' }, { value: 'ab@acme.test', type: 'home', primary: true }];
      const { id } = await createUser(server.scim, { userName: 'ed@acme.test', title: 'cast', emails });
      expect(names(await list({ sortBy: 'emails', filter: OURS }))).toEqual(['Di', 'ed', 'Al', 'bo', 'cy']);
      await server.scim.delete(`/Users/${id}`);
    });

    it('takes sortOrder without sortBy for no sorting at all', async () => {
      expect(names(await list({ sortOrder: 'descending', filter: OURS }))).toEqual(['bo', 'Al', 'cy', 'Di']);
    });

    it('cuts pages out of the order', async () => {
      const answer = await list({ sortBy: 'userName', filter: OURS, startIndex: '2', count: '2' });
      expect(names(answer)).toEqual(['bo', 'cy']);
      expect(answer.body).toMatchObject({ totalResults: 4, startIndex: 2, itemsPerPage: 2 });
    });

    it.each(['nonsense', 'name', 'password', 'groups', 'members', 'a b', `${ENTERPRISE}:nonsense`])(
      'refuses to sort by %s, naming it',
      async (sortBy) => {
        const answer = await list({ sortBy });
        expectScimError(answer, 400, 'invalidValue');
        expect(answer.body.detail).toContain(sortBy);
      },
    );

    it('refuses an order that is none', async () => {
      expectScimError(await list({ sortBy: 'userName', sortOrder: 'random' }), 400, 'invalidValue');
    });

    it('finds by attributes that the server computes', async () => {
      const { body: bo } = await list({ filter: 'userName eq "bo@acme.test"' });
      const group = await createGroup(server.scim, 'stage', [bo.Resources[0]]);
      const { meta } = bo.Resources[0];
      expect(names(await list({ filter: `meta.location eq "${meta.location}"` }))).toEqual(['bo']);
      expect(names(await list({ filter: `groups.$ref eq "${group.meta.location}"` }))).toEqual(['bo']);
      expect(names(await list({ filter: `${OURS} and ${ACCESS}:role eq "DI"` }))).toEqual(['Al', 'Di']);
      expect((await list({ filter: `members.$ref eq "${meta.location}"` }, '/Groups')).body.totalResults).toBe(1);
      expect(names(await list({ filter: `${OURS} and meta.version ne "W/\\"1\\""` }))).toEqual([]);
    });
  });

  describe('paged by index', () => {
    it.each([
      [{}, 4, 1],
      [{ count: '0' }, 0, 1],
      [{ count: '-5' }, 0, 1],
      [{ startIndex: '4', count: '9' }, 1, 4],
      [{ startIndex: '5' }, 0, 5],
      [{ startIndex: '2147483648' }, 0, 2_147_483_647],
      [{ startIndex: '0' }, 4, 1],
    ])('tells the true total with %j', async (page, itemsPerPage, startIndex) => {
      const { body } = await list({ filter: OURS, ...page });
      expect(body).toMatchObject({ totalResults: 4, itemsPerPage, startIndex });
      expect(body.Resources).toHaveLength(itemsPerPage);
      expect(body).not.toHaveProperty('nextCursor');
    });
  });

  describe('paged by cursor', () => {
    /** Follows cursors until there are no more. */
    async function walk(parameters: Record<string, string>, by: 'nextCursor' | 'previousCursor', cursor?: string) {
      const pages: string[][] = [];
      let last: Answer = { status: 200, headers: new Headers(), body: { [by]: cursor } };
      for (let at: string | undefined = cursor; at !== undefined; at = last.body[by]) {
        last = await list({ filter: OURS, ...parameters, cursor: at });
        expect(last).toMatchObject({ status: 200, body: { totalResults: 4 } });
        expect(last.body).not.toHaveProperty('startIndex');
        pages.push(names(last));
      }
      return { pages, last };
    }

    const orders: [Record<string, string>, string[]][] = [
      [{}, ['bo', 'Al', 'cy', 'Di']],
      [{ sortBy: 'userName' }, ['Al', 'bo', 'cy', 'Di']],
      [{ sortBy: 'nickName' }, ['cy', 'bo', 'Di', 'Al']],
      [{ sortBy: 'nickName', sortOrder: 'descending' }, ['Al', 'bo', 'Di', 'cy']],
      [{ sortBy: `${ENTERPRISE}:department`, sortOrder: 'descending' }, ['Al', 'Di', 'bo', 'cy']],
      [{ sortBy: 'active' }, ['Al', 'Di', 'bo', 'cy']],
      [{ sortBy: 'meta.created', sortOrder: 'descending' }, ['Di', 'cy', 'Al', 'bo']],
      [{ sortBy: 'id' }, ['bo', 'Al', 'cy', 'Di']],
    ];
    const walks = orders.flatMap(([parameters, expected]) =>
      ['1', '2', '3', '4', '5'].map((count) => [{ ...parameters, count }, expected] as const),
    );

    it.each(walks)('shows each once, there and back: %j', async (parameters, expected) => {
      const { pages, last } = await walk(parameters, 'nextCursor', '');
      expect(pages.flat()).toEqual(expected);
      expect(pages).toHaveLength(Math.ceil(expected.length / Number(parameters.count)));
      const back = await walk(parameters, 'previousCursor', last.body.previousCursor);
      expect([...back.pages.reverse().flat(), ...names(last)]).toEqual(expected);
    });

    it('leads from a page that was reached backwards to the one after it', async () => {
      const first = await list({ filter: OURS, count: '2', cursor: '' });
      const second = await list({ filter: OURS, count: '2', cursor: first.body.nextCursor });
      const again = await list({ filter: OURS, count: '2', cursor: second.body.previousCursor });
      expect(again.body).toEqual(first.body);
    });

    it('keeps its place when the resource that it stands beside goes', async () => {
      const gone = await createUser(server.scim, { userName: 'Bea@acme.test', title: 'cast' });
      const query = { filter: OURS, sortBy: 'userName', count: '2' };
      const first = await list({ ...query, cursor: '' });
      expect(names(first)).toEqual(['Al', 'Bea']);
      await server.scim.delete(`/Users/${gone.id}`);
      expect(names(await list({ ...query, cursor: first.body.nextCursor }))).toEqual(['bo', 'cy']);
    });

    it('has no cursor around nothing', async () => {
      const { body } = await list({ filter: 'title eq "nobody"', cursor: '' });
      expect(body).toEqual({ schemas: [expect.any(String)], totalResults: 0, itemsPerPage: 0, Resources: [] });
    });

    it.each([
      [{ filter: 'title ne "cast"' }],
      [{ sortBy: 'userName' }],
      [{ sortBy: 'nickName', sortOrder: 'descending' }],
    ])('refuses the cursor of another query: %j', async (other) => {
      const query = { filter: OURS, sortBy: 'nickName', count: '1' };
      const { body } = await list({ ...query, cursor: '' });
      expectScimError(await list({ ...query, ...other, cursor: body.nextCursor }), 400, 'invalidCursor');
    });

    it('refuses the cursor of another endpoint', async () => {
      const { body } = await list({ count: '1', cursor: '' });
      expectScimError(await list({ count: '1', cursor: body.nextCursor }, '/Groups'), 400, 'invalidCursor');
    });

    it.each([['nonsense'], ['0'], ["' or 1=1"], ['😀'], [Buffer.from('[]').toString('base64url')]])(
      'refuses the cursor %s',
      async (cursor) => {
        expectScimError(await list({ cursor }), 400, 'invalidCursor');
      },
    );

    it.each(['0', '-1', 'ten', '1.5'])('refuses pages of %s', async (count) => {
      expectScimError(await list({ cursor: '', count }), 400, 'invalidCount');
    });

    it('is advertised', async () => {
      const { body } = await server.scim.get('/ServiceProviderConfig');
      expect(body.sort).toEqual({ supported: true });
      expect(body.pagination).toMatchObject({ cursor: true, index: true, defaultPaginationMethod: 'index' });
    });
  });
});
