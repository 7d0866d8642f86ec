import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { expectScimError } from '../support/expect-error.js';
import { aGroup, aUser, createGroup, createUser, unique } from '../support/people.js';
import { startTestServer, type TestServer } from '../support/test-server.js';

describe('Input that SCIM refuses', () => {
  let server: TestServer;
  let userId: string;
  let groupId: string;

  beforeAll(async () => {
    server = await startTestServer();
    userId = (await createUser(server.scim)).id;
    groupId = (await createGroup(server.scim)).id;
  });
  afterAll(() => server.close());

  const at = (path: string) => path.replace('{user}', userId).replace('{group}', groupId);

  const noResources: [what: string, body: unknown][] = [
    ['malformed JSON', '{"userName": '],
    ['a list', [aUser()]],
    ['null', 'null'],
    ['a text', '"kim"'],
    ['a number', '7'],
    ['what is no JSON at all', 'userName=kim'],
    ['JSON with a comment', '{"userName": "kim" /* me */}'],
    ['another schema', aUser({ schemas: ['urn:ietf:params:scim:api:messages:2.0:PatchOp'] })],
    ['schemas that are none', aUser({ schemas: [7] })],
  ];
  const writes = [
    ['POST', '/Users'],
    ['PUT', '/Users/{user}'],
    ['PATCH', '/Users/{user}'],
    ['POST', '/Groups'],
    ['PUT', '/Groups/{group}'],
    ['PATCH', '/Groups/{group}'],
  ] as const;
  const syntaxErrors = writes.flatMap(([method, path]) =>
    noResources.map(([what, body]) => [method, path, what, body] as const),
  );

  it.each(syntaxErrors)('refuses %s %s with %s', async (method, path, _what, body) => {
    const before = (await server.scim.get('/Users?count=0')).body.totalResults;
    expectScimError(await server.scim.send(method, at(path), { body }), 400, 'invalidSyntax');
    expect((await server.scim.get('/Users?count=0')).body.totalResults).toBe(before);
  });

  it.each(writes)('refuses %s %s without a body', async (method, path) => {
    for (const body of [undefined, '', '{}']) {
      const answer = await server.scim.send(method, at(path), { body });
      expectScimError(answer, 400, method === 'PATCH' ? 'invalidSyntax' : 'invalidValue');
    }
  });

  const badValues: [path: string, body: object][] = [
    ['/Users', {}],
    ['/Users', aUser({ userName: '' })],
    ['/Users', { ...aUser(), userName: null }],
    ['/Users', { ...aUser(), userName: 7 }],
    ['/Users', { ...aUser(), userName: ['kim'] }],
    ['/Users', { ...aUser(), userName: 'k\0m' }],
    ['/Users', { ...aUser(), userName: 'half \ud800 pair' }],
    ['/Users', { ...aUser(), userName: 'k'.repeat(5000) }],
    ['/Users', aUser({ active: 'perhaps' })],
    ['/Users', aUser({ active: 1 })],
    ['/Users', aUser({ name: 'Kim' })],
    ['/Users', aUser({ name: { givenName: { en: 'Kim' } } })],
    ['/Users', aUser({ emails: [{ value: { toString: 1 } }] })],
    [
      '/Users',
      aUser({
        emails: [
          { value: 'one@example.org', primary: true },
          { value: 'two@example.org', primary: true },
        ],
      }),
    ],
    ['/Users', aUser({ displayName: { toJSON: 'x' } })],
    ['/Users', aUser({ 'urn:ietf:params:scim:schemas:extension:enterprise:2.0:User': 'x' })],
    ['/Groups', {}],
    ['/Groups', { displayName: ' ' }],
    ['/Groups', aGroup({ members: 'everybody' })],
    ['/Groups', aGroup({ members: [{ value: 'a\0b' }] })],
    ['/Groups', aGroup({ members: [{ display: 'Kim' }] })],
    ['/Groups', aGroup({ members: [{ value: 'nobody@example.org' }] })],
  ];

  it.each(badValues)('refuses POST %s with %j', async (path, body) => {
    expectScimError(await server.scim.post(path, body), 400, 'invalidValue');
  });

  const badPatches: [operation: object, scimType: string][] = [
    [{ op: 'replace', path: 'userName', value: null }, 'invalidValue'],
    [{ op: 'rewrite', path: 'displayName', value: 'x' }, 'invalidSyntax'],
    [{ op: 'remove' }, 'noTarget'],
    [{ op: 'remove', path: 'userName' }, 'mutability'],
    [{ op: 'replace', path: 'id', value: 'another' }, 'mutability'],
    [{ op: 'replace', path: 'emails[type eq ', value: 'x' }, 'invalidPath'],
    [{ op: 'replace', path: 'emails[', value: 'x' }, 'invalidPath'],
    [{ op: 'replace', path: 7, value: 'x' }, 'invalidPath'],
    [{ op: 'replace', path: 'emails[type eq "fax"].value', value: 'x@example.org' }, 'noTarget'],
    [{ op: 'add', path: 'name' }, 'invalidValue'],
    [{ op: 'add', value: 'x' }, 'invalidValue'],
    [{ op: 'replace', path: 'active', value: 'perhaps' }, 'invalidValue'],
    [{ op: 'replace', path: 'displayName', value: 'a\0b' }, 'invalidValue'],
  ];

  it.each(badPatches)('refuses PATCH with %j', async (operation, scimType) => {
    const before = (await server.scim.get(`/Users/${userId}`)).body;
    const body = { Operations: [{ op: 'replace', path: 'title', value: 'Chief' }, operation] };
    const answer = await server.scim.patch(`/Users/${userId}`, body);
    expectScimError(answer, 400, answer.body.scimType);
    expect(answer.body.scimType).toBe(scimType);
    expect((await server.scim.get(`/Users/${userId}`)).body).toEqual(before);
  });

  it.each([
    ['userName', 9],
    ['userName eq', 12],
    ['userName like "kim"', 10],
    ['(userName eq "kim"', 19],
    ['userName eq "kim', 17],
    ['userName eq "kim" or', 21],
    ['nickname gt', 12],
  ])('points to the fault in the filter %s', async (filter, position) => {
    const answer = await server.scim.get(`/Users?filter=${encodeURIComponent(filter)}`);
    expectScimError(answer, 400, 'invalidFilter');
    expect(answer.body.detail).toMatch(new RegExp(`\\b${position}\\b`));
  });

  const refusedFilters: [what: string, filter: string][] = [
    ['an order of booleans', 'active gt true'],
    ['what is never returned', 'password eq "x"'],
    ['an unknown attribute', 'nosuch eq "x"'],
    ['an unknown sub-attribute', 'emails[nosuch eq "x"]'],
    ['a character that nothing has', 'userName eq "k\\u0000m"'],
    ['half a character', 'displayName sw "\\ud800"'],
    ['parentheses without end', `${'('.repeat(3000)}userName pr${')'.repeat(3000)}`],
  ];

  it.each(refusedFilters)('refuses a filter of %s', async (_, filter) => {
    expectScimError(await server.scim.get(`/Users?filter=${encodeURIComponent(filter)}`), 400, 'invalidFilter');
  });

  it.each([
    'id eq "no-uuid"',
    'groups.value eq "no-uuid"',
    'userName eq "\'; drop table users; --"',
    'userName co "%"',
    'userName sw "_"',
    'emails[value ew "\\\\"]',
  ])('finds nobody by %s', async (filter) => {
    const answer = await server.scim.get(`/Users?filter=${encodeURIComponent(filter)}`);
    expect(answer).toMatchObject({ status: 200, body: { totalResults: 0, Resources: [] } });
  });

  it.each(['startIndex=one', 'count=1.5', 'count=1e3', 'sortOrder=upwards', 'startIndex=1&startIndex=2'])(
    'refuses the query %s',
    async (query) => {
      expectScimError(await server.scim.get(`/Users?${query}`), 400, 'invalidValue');
    },
  );

  it.each([
    ['startIndex=999999999999999999999999&count=99999999999999999999', { startIndex: 2_147_483_647, itemsPerPage: 0 }],
    ['startIndex=0&count=-1', { startIndex: 1, itemsPerPage: 0 }],
    ['startIndex=-99999999999999999999&count=1', { startIndex: 1, itemsPerPage: 1 }],
    ['startIndex=&count=', { startIndex: 1 }],
  ])('takes the numbers in %s for the nearest that make sense', async (query, expected) => {
    const answer = await server.scim.get(`/Users?${query}`);
    expect(answer).toMatchObject({ status: 200, body: expected });
  });

  const strangeIds: [what: string, id: string][] = [
    ['a NUL', '%00'],
    ['a NUL inside', 'a%00b'],
    ['a smiley', '%F0%9F%98%80'],
    ['8,000 characters', 'x'.repeat(8000)],
    ['SQL', "' or 1=1 --"],
    ['digits', '00919288221112222'],
    ['a UUID that nobody has', '01987a5e-0000-7000-8000-000000000000'],
    ['a word of JavaScript', 'undefined'],
  ];

  it.each(strangeIds)('answers 404 to an id of %s', async (_, id) => {
    for (const path of [`/Users/${id}`, `/Groups/${id}`]) {
      expectScimError(await server.scim.get(path), 404);
      expectScimError(await server.scim.put(path, { userName: unique('x'), displayName: unique('x') }), 404);
      expectScimError(await server.scim.patch(path, { Operations: [{ op: 'add', value: { externalId: 'x' } }] }), 404);
      expectScimError(await server.scim.delete(path), 404);
    }
  });

  it('leaves the prototypes of objects alone', async () => {
    const poison = '{"__proto__":{"active":false},"constructor":{"prototype":{"active":false}},"userName":"%s"}';
    const created = await server.scim.post('/Users', poison.replace('%s', unique('proto')));
    expect(created.body).toMatchObject({ active: true });
    expect(Object.keys(created.body)).not.toContain('__proto__');
    for (const path of ['__proto__.active', 'constructor.prototype.active', 'name.__proto__.x', '__proto__']) {
      const body = { Operations: [{ op: 'add', path, value: { active: false } }] };
      const answer = await server.scim.patch(`/Users/${created.body.id}`, body);
      expect([200, 400]).toContain(answer.status);
      expect(answer.body.active ?? true).toBe(true);
    }
    const keys = '{"Operations":[{"op":"add","value":{"__proto__":{"active":false},"name":{"__proto__":{"x":1}}}}]}';
    expect((await server.scim.patch(`/Users/${created.body.id}`, keys)).body).toMatchObject({ active: true });
    expect(Reflect.get({}, 'active')).toBeUndefined();
  });

  it('takes deep nesting for what it is', async () => {
    const deep = `${'['.repeat(20_000)}${']'.repeat(20_000)}`;
    expect((await server.scim.post('/Users', `{"userName":"${unique('deep')}","x":${deep}}`)).status).toBe(201);
    expectScimError(await server.scim.post('/Users', `{"userName":"deep","emails":${deep}}`), 400, 'invalidValue');
    const patch = `{"Operations":[{"op":"add","path":"name","value":${deep}}]}`;
    expectScimError(await server.scim.patch(`/Users/${userId}`, patch), 400, 'invalidValue');
  });
});
