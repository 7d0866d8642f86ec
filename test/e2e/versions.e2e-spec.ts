import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { setTimeout as delay } from 'node:timers/promises';
import { expectScimError } from '../support/expect-error.js';
import type { Answer } from '../support/http-client.js';
import { aGroup, aUser, createGroup, createUser, memberIds, unique } from '../support/people.js';
import { sendRaw } from '../support/raw-request.js';
import { OWNER_TOKEN, startTestServer, type TestServer } from '../support/test-server.js';

const patchOp = (...operations: object[]) => ({ Operations: operations });
const setTitle = (title: string) => patchOp({ op: 'replace', path: 'title', value: title });

describe('Versions of resources', () => {
  let server: TestServer;

  beforeAll(async () => {
    server = await startTestServer();
  });
  afterAll(() => server.close());

  const create = { '/Users': () => createUser(server.scim), '/Groups': () => createGroup(server.scim) };
  const types = ['/Users', '/Groups'] as const;

  it.each(types)('are weak, and the same in the body of %s as in the header', async (type) => {
    const { id, meta } = await create[type]();
    const answer = await server.scim.get(`${type}/${id}`);
    expect(answer.headers.get('etag')).toBe(meta.version);
    expect(meta.version).toMatch(/^W\/"[^"]+"$/);
  });

  it.each(types)('save a client from reading %s again', async (type) => {
    const { id, meta } = await create[type]();
    const get = async (version: string) => {
      const { status, body } = await server.scim.get(`${type}/${id}`, { 'if-none-match': version });
      return body === undefined ? status : [status, body.id];
    };
    expect(await get(meta.version)).toBe(304);
    expect(await get(`"other", ${meta.version}`)).toBe(304);
    expect(await get('*')).toBe(304);
    expect(await get('W/"other"')).toEqual([200, id]);
  });

  const writes: [method: string, type: '/Users' | '/Groups', body: (() => object) | undefined][] = [
    ['PUT', '/Users', aUser],
    ['PATCH', '/Users', () => setTitle('Chief')],
    ['DELETE', '/Users', undefined],
    ['PUT', '/Groups', aGroup],
    ['PATCH', '/Groups', () => patchOp({ op: 'replace', path: 'externalId', value: 'x' })],
    ['DELETE', '/Groups', undefined],
  ];

  it.each(writes)('keep %s of %s from overwriting what the client has not seen', async (method, type, body) => {
    const { id, meta } = await create[type]();
    const path = `${type}/${id}`;
    const send = (version: string) =>
      server.scim.send(method, path, { body: body?.(), headers: { 'if-match': version } });
    for (const stale of ['W/"4711"', '"x"', 'nonsense']) expectScimError(await send(stale), 412);
    expect((await server.scim.get(path)).body.meta).toEqual(meta);
    expect((await send(`W/"other", ${meta.version}`)).status).toBeLessThan(300);
    if (method === 'DELETE') return;
    expectScimError(await send(meta.version), 412);
    expect((await send('*')).status).toBeLessThan(300);
  });

  const nothingNew: [what: string, operation: (user: Answer['body']) => object][] = [
    ['a value that is there', ({ title }) => ({ op: 'replace', path: 'title', value: title })],
    ['an element that is there', ({ emails }) => ({ op: 'add', path: 'emails', value: emails })],
    ['the state it has', () => ({ op: 'Replace', path: 'active', value: 'True' })],
    ['a password', () => ({ op: 'replace', value: { password: 'secret' } })],
    ['an unknown attribute', () => ({ op: 'add', value: { shoeSize: 43 } })],
    ['a removal of what is not there', () => ({ op: 'remove', path: 'nickName' })],
    ['an emptied attribute that is empty', () => ({ op: 'replace', path: 'nickName', value: '' })],
  ];

  it.each(nothingNew)('do not move when a PATCH brings %s', async (_, operation) => {
    const user = await createUser(server.scim, { title: 'Chief' });
    await delay(5);
    const answer = await server.scim.patch(`/Users/${user.id}`, patchOp(operation(user)));
    expect({ status: answer.status, body: answer.body }).toEqual({ status: 200, body: user });
  });

  it('do not move when a PUT brings what was read', async () => {
    const user = await createUser(server.scim, { title: 'Chief', phoneNumbers: [{ value: '+44 20 7946 0000' }] });
    await delay(5);
    expect((await server.scim.put(`/Users/${user.id}`, user)).body).toEqual(user);
    const group = await createGroup(server.scim, unique('team'), [user]);
    await delay(5);
    expect((await server.scim.put(`/Groups/${group.id}`, group)).body).toEqual(group);
  });

  it('do not move when members come who are there, or go who are not', async () => {
    const [ana, bo] = [await createUser(server.scim), await createUser(server.scim)];
    const group = await createGroup(server.scim, unique('team'), [ana]);
    const add = { op: 'add', path: 'members', value: [{ value: ana.id }] };
    const remove = { op: 'remove', path: `members[value eq "${bo.id}"]` };
    const rename = { op: 'replace', value: { id: group.id, displayName: group.displayName } };
    const replace = { op: 'replace', path: 'members', value: [{ value: ana.id }] };
    for (const operation of [add, remove, rename, replace]) {
      await server.scim.patch(`/Groups/${group.id}`, patchOp(operation));
      expect((await server.scim.get(`/Groups/${group.id}`)).body).toEqual(group);
    }
  });

  it('move with every change, together with the date', async () => {
    const user = await createUser(server.scim);
    await delay(5);
    const { body } = await server.scim.patch(`/Users/${user.id}`, setTitle('Chief'));
    expect(body.meta.version).not.toBe(user.meta.version);
    expect(Date.parse(body.meta.lastModified)).toBeGreaterThan(Date.parse(user.meta.lastModified));
    expect(body.meta.created).toBe(user.meta.created);
  });

  it('move for a group whose member is deleted', async () => {
    const user = await createUser(server.scim);
    const group = await createGroup(server.scim, unique('team'), [user]);
    await server.scim.delete(`/Users/${user.id}`);
    const { body } = await server.scim.get(`/Groups/${group.id}`);
    expect(body.members).toEqual([]);
    expect(body.meta.version).not.toBe(group.meta.version);
  });
});

describe('Addresses', () => {
  let server: TestServer;
  const headers = { authorization: `Bearer ${OWNER_TOKEN}`, 'content-type': 'application/scim+json' };

  beforeAll(async () => {
    server = await startTestServer({ PUBLIC_URL: 'https://rolecall.example/' });
  });
  afterAll(() => server.close());

  const spellings = [
    '/scim/v2/Users',
    '/scim/v2/Users/',
    '/scim/v2//Users',
    '//scim/v2/Users//',
    '/scim/Users',
    '/scim//Users/',
    '/SCIM/v2/users',
  ];

  it.each(spellings)('may be spelt %s, for reading and for writing, without a redirect', async (path) => {
    expect((await sendRaw(server.origin, { path: `${path}?count=1`, headers })).status).toBe(200);
    const chunks = [JSON.stringify(aUser())];
    expect((await sendRaw(server.origin, { method: 'POST', path, headers, chunks })).status).toBe(201);
  });

  it('are under PUBLIC_URL wherever a body or a header names one', async () => {
    const base = 'https://rolecall.example/scim/v2';
    const user = await server.scim.post('/Users/', aUser());
    const group = await server.scim.post('/Groups', aGroup({ members: [{ value: user.body.id }] }));
    expect(user.headers.get('location')).toBe(`${base}/Users/${user.body.id}`);
    expect(user.body.meta.location).toBe(`${base}/Users/${user.body.id}`);
    expect(group.headers.get('location')).toBe(`${base}/Groups/${group.body.id}`);
    expect(group.body.members[0].$ref).toBe(`${base}/Users/${user.body.id}`);
    const { body } = await server.scim.get(`/Users/${user.body.id}`);
    expect(body.groups[0].$ref).toBe(`${base}/Groups/${group.body.id}`);
    const config = await server.scim.get('/ServiceProviderConfig');
    expect(config.body.meta.location).toBe(`${base}/ServiceProviderConfig`);
  });
});

describe('Attributes of answers', () => {
  let server: TestServer;

  beforeAll(async () => {
    server = await startTestServer();
  });
  afterAll(() => server.close());

  const keys = (body: object) => Object.keys(body).sort();

  it.each([
    ['attributes=userName', ['id', 'schemas', 'userName']],
    ['attributes=USERNAME,name.givenName', ['id', 'name', 'schemas', 'userName']],
    ['attributes=urn:ietf:params:scim:schemas:core:2.0:User:userName', ['id', 'schemas', 'userName']],
    ['attributes=nosuch', ['id', 'schemas']],
    ['excludedAttributes=meta,emails,groups,name,displayName,active', ['id', 'schemas', 'userName']],
    ['excludedAttributes=id,userName,emails,name,active,displayName,groups', ['id', 'meta', 'schemas']],
  ])('are those that %s names, whatever the operation', async (query, expected) => {
    const made = await server.scim.post(`/Users?${query}`, aUser());
    const path = `/Users/${made.body.id}?${query}`;
    const listed = await server.scim.get(`/Users?${query}&count=100`);
    const bodies: object[] = [
      made.body,
      (await server.scim.get(path)).body,
      (await server.scim.put(path, aUser())).body,
      (await server.scim.patch(path, setTitle('Chief'))).body,
      listed.body.Resources.find(({ id }: { id: string }) => id === made.body.id),
    ];
    for (const body of bodies) expect(keys(body).filter((key) => key !== 'title')).toEqual(expected);
  });

  it('cannot be both asked for and left out', async () => {
    expectScimError(await server.scim.get('/Users?attributes=id&excludedAttributes=name'), 400, 'invalidValue');
  });

  it('make a PATCH on a group answer with it; else there is nothing to say', async () => {
    const group = await createGroup(server.scim);
    const body = patchOp({ op: 'replace', path: 'externalId', value: 'x' });
    expect(await server.scim.patch(`/Groups/${group.id}`, body)).toMatchObject({ status: 204, body: undefined });
    const asked = await server.scim.patch(`/Groups/${group.id}?attributes=displayName`, body);
    expect(asked).toMatchObject({ status: 200, body: { displayName: group.displayName } });
    expect(asked.body).not.toHaveProperty('members');
    const excluded = await server.scim.patch(`/Groups/${group.id}?excludedAttributes=members`, body);
    expect(excluded).toMatchObject({ status: 200, body: { externalId: 'x' } });
  });

  it('leave members out of a group as Entra wants it, and show them to others', async () => {
    const user = await createUser(server.scim);
    const group = await createGroup(server.scim, unique('team'), [user]);
    expect((await server.scim.get(`/Groups/${group.id}?excludedAttributes=members`)).body).not.toHaveProperty(
      'members',
    );
    expect(await memberIds(server.scim, group.id)).toEqual([user.id]);
  });

  it('include the resulting access only when it is asked for', async () => {
    const name = unique('radiology');
    await server.rest.post('/scim/settings', { workspaces_groups: [['Radiology', name]] });
    const user = await createUser(server.scim);
    await createGroup(server.scim, name, [user]);
    const urn = 'urn:rolecall:params:scim:schemas:extension:access:2.0:User';
    expect((await server.scim.get(`/Users/${user.id}`)).body).not.toHaveProperty([urn]);
    const { body } = await server.scim.get(`/Users/${user.id}?attributes=${urn}`);
    expect(body.schemas).toContain(urn);
    expect(body[urn]).toMatchObject({ role: 'AN', roleSource: 'default', workspaces: [{ display: 'Radiology' }] });
  });
});
