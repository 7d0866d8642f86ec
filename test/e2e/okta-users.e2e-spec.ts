import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { readFileSync } from 'node:fs';
import { expectScimError } from '../support/expect-error.js';
import type { HttpClient } from '../support/http-client.js';
import { asOkta, oktaLookup, oktaUser } from '../support/okta-client.js';
import { accessOf, createGroup, createUser, unique } from '../support/people.js';
import { startTestServer, type TestServer } from '../support/test-server.js';

const newName = () => `${unique('kim')}@example.org`;

function recorded(name: string): unknown {
  const fixture: unknown = JSON.parse(readFileSync(`${process.cwd()}/test/fixtures/okta/${name}.json`, 'utf8'));
  return (fixture as { request: unknown }).request;
}

describe('Okta tests the connection', () => {
  let server: TestServer;
  let okta: HttpClient;

  beforeAll(async () => {
    server = await startTestServer();
    okta = asOkta(server.scim);
  });
  afterAll(() => server.close());

  const empty = {
    schemas: ['urn:ietf:params:scim:api:messages:2.0:ListResponse'],
    totalResults: 0,
    startIndex: 1,
    itemsPerPage: 0,
    Resources: [],
  };

  it.each(['/Groups?startIndex=1&count=100', '/Groups?count=100&startIndex=1', oktaLookup('nobody@example.org')])(
    'gets a whole list from %s although it is empty',
    async (path) => {
      const answer = await okta.get(path);
      expect({ status: answer.status, body: answer.body }).toEqual({ status: 200, body: empty });
      expect(answer.headers.get('content-type')).toBe('application/scim+json');
    },
  );

  it.each(['/Users?startIndex=1&count=2', '/Users?count=1&startIndex=1', '/Users?unknown=x&count=1'])(
    'gets numbers as numbers, and users with all it asks for, from %s',
    async (path) => {
      await createUser(server.scim);
      const { body } = await okta.get(path);
      expect(body).toMatchObject({ startIndex: 1, itemsPerPage: body.Resources.length });
      expect(typeof body.totalResults).toBe('number');
      expect(body.Resources[0]).toMatchObject({
        schemas: ['urn:ietf:params:scim:schemas:core:2.0:User'],
        id: expect.any(String),
        userName: expect.any(String),
        active: true,
        emails: [{ value: expect.any(String) }],
        meta: { resourceType: 'User', location: expect.stringMatching(/^http/) },
      });
    },
  );

  it('gets 401 for a token that is none', async () => {
    expectScimError(await okta.with({ authorization: 'non-token' }).get('/Users?startIndex=1&count=2'), 401);
  });

  it.each(['00919288221112222', '010101001010101011001010101011'])('gets 404 for the id %s', async (id) => {
    expectScimError(await okta.get(`/Users/${id}`), 404);
    expectScimError(await okta.get(`/Groups/${id}`), 404);
  });
});

describe('Okta provisions users', () => {
  let server: TestServer;
  let okta: HttpClient;

  beforeAll(async () => {
    server = await startTestServer();
    okta = asOkta(server.scim);
  });
  afterAll(() => server.close());

  it('creates one, whose password is taken and never shown', async () => {
    const userName = newName();
    const answer = await okta.post('/Users', oktaUser(userName));
    expect(answer.status).toBe(201);
    const { password: _password, ...sent } = oktaUser(userName);
    const location = `${server.origin}/scim/v2/Users/${answer.body.id}`;
    expect(answer.body).toEqual({
      ...sent,
      id: expect.any(String),
      groups: [],
      meta: {
        resourceType: 'User',
        created: expect.stringMatching(/Z$/),
        lastModified: answer.body.meta.created,
        location,
        version: answer.headers.get('etag'),
      },
    });
    expect(answer.headers.get('location')).toBe(location);
    expect((await okta.get(`/Users/${answer.body.id}`)).body).toEqual(answer.body);
  });

  it('may add schemas and attributes of its own', async () => {
    const urn = 'urn:okta:acme_app_1:1.0:user:custom';
    const body = { ...oktaUser(newName()), [urn]: { badge: '7' }, shoeSize: 43 };
    const { schemas } = body as unknown as { schemas: string[] };
    const answer = await okta.post('/Users', { ...body, schemas: [...schemas, urn] });
    expect(answer).toMatchObject({ status: 201, body: { schemas } });
    expect(answer.body).not.toHaveProperty('shoeSize');
    expect(answer.body.schemas).toEqual(schemas);
  });

  it('is told of a duplicate', async () => {
    const body = oktaUser(newName());
    await okta.post('/Users', body);
    expectScimError(await okta.post('/Users', body), 409, 'uniqueness');
  });

  it.each(['%20', '+'])('finds a user before it creates one, with %s for a blank', async (blank) => {
    const userName = newName();
    const { body: user } = await okta.post('/Users', oktaUser(userName));
    for (const name of [userName, userName.toUpperCase()]) {
      const { status, body } = await okta.get(oktaLookup(name, blank));
      expect({ status, found: body.Resources }).toEqual({ status: 200, found: [user] });
      expect(body).toMatchObject({ totalResults: 1, startIndex: 1, itemsPerPage: 1 });
    }
  });

  it('finds a user who is inactive', async () => {
    const userName = newName();
    const { body } = await okta.post('/Users', { ...oktaUser(userName), active: false });
    expect((await okta.get(oktaLookup(userName))).body.Resources).toMatchObject([{ id: body.id, active: false }]);
  });

  it('writes back what it read, with its changes, by PUT', async () => {
    const { id } = (await okta.post('/Users', oktaUser(newName()))).body;
    const group = await createGroup(server.scim, unique('team'), [{ id }]);
    const read = (await okta.get(`/Users/${id}`)).body;
    const body = { ...read, id: 'ignored', groups: [], name: { ...read.name, givenName: 'Kimberly' } };
    const answer = await okta.put(`/Users/${id}`, { ...body, meta: { resourceType: 'Nonsense', version: 'W/"0"' } });
    expect(answer.status).toBe(200);
    expect(answer.body).toEqual({
      ...read,
      name: { givenName: 'Kimberly', familyName: 'Lee' },
      groups: [expect.objectContaining({ value: group.id })],
      meta: { ...read.meta, version: answer.headers.get('etag'), lastModified: expect.any(String) },
    });
  });

  it.each([
    ['an empty string', ''],
    ['null', null],
  ])('empties attributes with %s', async (_, nothing) => {
    const { body } = await okta.post('/Users', { ...oktaUser(newName()), title: 'Chief', nickName: 'K' });
    const answer = await okta.put(`/Users/${body.id}`, { ...body, title: nothing, nickName: nothing, locale: nothing });
    expect(answer.status).toBe(200);
    for (const name of ['title', 'nickName', 'locale']) expect(answer.body[name] ?? '').toBe('');
  });

  it('leaves a user active whom a PUT says nothing about', async () => {
    const { body } = await okta.post('/Users', oktaUser(newName()));
    expect((await okta.put(`/Users/${body.id}`, { ...body, active: undefined })).body.active).toBe(true);
  });

  it.each(['PATCH', 'PUT'])(
    'deactivates and reactivates by %s: same id, same groups, the role gone and back',
    async (by) => {
      const userName = newName();
      const name = unique('leads');
      await server.rest.post('/scim/settings', { roles_groups: [['Manager', name]] });
      const { body: user } = await okta.post('/Users', oktaUser(userName));
      await createGroup(server.scim, name, [user]);
      const setActive = (active: boolean) =>
        by === 'PUT'
          ? okta.put(`/Users/${user.id}`, { ...oktaUser(userName), active })
          : okta.patch(`/Users/${user.id}`, recorded(active ? 'reactivate' : 'deactivate'));
      const seen: unknown[] = [(await accessOf(server, userName)).role];
      for (const active of [false, true]) {
        expect(await setActive(active)).toMatchObject({ status: 200, body: { id: user.id, active } });
        const { body } = await okta.get(`/Users/${user.id}`);
        expect(body).toMatchObject({ active, groups: [{ display: name }] });
        seen.push((await accessOf(server, userName)).role);
      }
      expect(seen).toEqual(['MA', 'DI', 'MA']);
    },
  );

  it('gives a user without mapped groups the role of a new one when they come back', async () => {
    const userName = newName();
    const { body } = await okta.post('/Users', oktaUser(userName));
    await okta.patch(`/Users/${body.id}`, recorded('deactivate'));
    expect(await accessOf(server, userName)).toMatchObject({ role: 'DI', reason: 'deactivated' });
    await okta.patch(`/Users/${body.id}`, recorded('reactivate'));
    expect(await accessOf(server, userName)).toMatchObject({ role: 'AN', role_source: 'default' });
  });

  it('syncs a password, of which nothing remains', async () => {
    const { body } = await okta.post('/Users', oktaUser(newName()));
    const answer = await okta.patch(`/Users/${body.id}`, recorded('sync-password'));
    expect({ status: answer.status, body: answer.body }).toEqual({ status: 200, body });
  });
});

describe('Okta imports users and groups', () => {
  let server: TestServer;
  let okta: HttpClient;

  beforeAll(async () => {
    server = await startTestServer();
    okta = asOkta(server.scim);
    const names = Array.from({ length: 249 }, (_, at) => `import-${at}@example.org`);
    await Promise.all(names.map((name) => okta.post('/Users', oktaUser(name))));
    for (let at = 0; at < 105; at++) await createGroup(server.scim, `import-${at}`);
  }, 60_000);
  afterAll(() => server.close());

  it.each([
    ['/Users', 250, 3],
    ['/Groups', 105, 2],
  ])('reads every page of %s in steps of 100, each resource once', async (path, total, pages) => {
    const seen: string[] = [];
    for (let page = 0; page < pages; page++) {
      const startIndex = 1 + 100 * page;
      const { body } = await okta.get(`${path}?startIndex=${startIndex}&count=100`);
      const itemsPerPage = Math.min(100, total - 100 * page);
      expect(body).toMatchObject({ totalResults: total, startIndex, itemsPerPage });
      seen.push(...body.Resources.map(({ id }: { id: string }) => id));
    }
    expect(new Set(seen).size).toBe(total);
    const odd = await okta.get(`${path}?startIndex=38&count=7`);
    expect(odd.body.Resources.map(({ id }: { id: string }) => id)).toEqual(seen.slice(37, 44));
  });

  it('keeps the order when users change', async () => {
    const ids = async () => {
      const { body } = await okta.get('/Users?startIndex=1&count=20');
      return body.Resources.map(({ id }: { id: string }) => id);
    };
    const before = await ids();
    await okta.patch(`/Users/${before[5]}`, recorded('deactivate'));
    await okta.patch(`/Users/${before[9]}`, { Operations: [{ op: 'replace', value: { displayName: 'Aaron' } }] });
    expect(await ids()).toEqual(before);
  });
});
