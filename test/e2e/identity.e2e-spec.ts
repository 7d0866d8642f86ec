import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { expectRestError, expectScimError } from '../support/expect-error.js';
import { accessOf, aGroup, aUser, createGroup, createUser, memberIds, unique } from '../support/people.js';
import { startTestServer, type TestServer } from '../support/test-server.js';

function replace(value: object): object {
  return { Operations: [{ op: 'replace', value }] };
}

describe('Identity of users (rules U1 to U4)', () => {
  let server: TestServer;
  const find = async (filter: string): Promise<{ id: string }[]> =>
    (await server.scim.get(`/Users?filter=${encodeURIComponent(filter)}`)).body.Resources;

  beforeAll(async () => {
    server = await startTestServer();
  });
  afterAll(() => server.close());

  const duplicates: [what: string, of: (name: string) => object][] = [
    ['the same userName', (userName) => aUser({ userName, emails: [] })],
    ['the same userName in capitals', (userName) => aUser({ userName: userName.toUpperCase(), emails: [] })],
    ['the same primary email', (value) => aUser({ emails: [{ value, primary: true }] })],
    ['the same email in capitals', (value) => aUser({ emails: [{ value: value.toUpperCase(), type: 'home' }] })],
  ];

  it.each(duplicates)('refuses a second user with %s', async (_, of) => {
    const { id, userName } = await createUser(server.scim);
    expectScimError(await server.scim.post('/Users', of(userName)), 409, 'uniqueness');
    const other = await createUser(server.scim);
    expectScimError(await server.scim.put(`/Users/${other.id}`, of(userName)), 409, 'uniqueness');
    const { schemas: _schemas, ...attributes } = of(userName) as Record<string, unknown>;
    expectScimError(await server.scim.patch(`/Users/${other.id}`, replace(attributes)), 409, 'uniqueness');
    expect((await server.scim.get(`/Users/${other.id}`)).body).toEqual(other);
    expect((await find(`userName eq "${userName}"`)).map((user) => user.id)).toEqual([id]);
  });

  it('refuses a second user with the name of one who is inactive', async () => {
    const { userName } = await createUser(server.scim, { active: false });
    expectScimError(await server.scim.post('/Users', aUser({ userName })), 409, 'uniqueness');
  });

  it.each([
    ['the primary email', { emails: [{ value: 'b@a.test' }, { value: 'p@a.test', primary: true }] }, 'p@a.test'],
    ['else the first', { emails: [{ value: 'first@a.test' }, { value: 'second@a.test' }] }, 'first@a.test'],
    ['else the userName', { userName: 'name@a.test', emails: [] }, 'name@a.test'],
    ['else nothing', { userName: 'plain-name', emails: [] }, null],
  ])('is %s', async (_, attributes, email) => {
    const user = await createUser(server.scim, { userName: unique('someone'), ...attributes });
    const known = (await server.rest.get('/users/')).body.find((one: { scim_id: string }) => one.scim_id === user.id);
    expect(known.email).toBe(email);
    expect((await server.scim.get(`/Users/${user.userName}`)).body.id).toBe(user.id);
  });

  it('survives a change of every name', async () => {
    const name = unique('role');
    await server.rest.post('/scim/settings', { roles_groups: [['Manager', name]] });
    const user = await createUser(server.scim);
    await createGroup(server.scim, name, [user]);
    const renamed = `${unique('renamed')}@example.org`;
    const emails = [{ value: renamed, type: 'work', primary: true }];
    const answer = await server.scim.patch(`/Users/${user.id}`, replace({ userName: renamed, emails }));
    expect(answer.body).toMatchObject({ id: user.id, userName: renamed, groups: [{ display: name }] });
    expect(await accessOf(server, renamed)).toMatchObject({ role: 'MA', user: { scim_id: user.id } });
    expect(await find(`userName eq "${user.userName}" or emails eq "${user.userName}"`)).toEqual([]);
    expect((await server.scim.post('/Users', aUser({ userName: user.userName }))).status).toBe(201);
  });

  it('is the same for an account made over REST: SCIM sees it from the start', async () => {
    const email = `${unique('Rest')}@Example.org`;
    const made = await server.rest.post('/users/', { email, first_name: 'Ana', last_name: 'Ito' });
    expect(made.status).toBe(201);
    const filters = [
      `userName eq "${email}"`,
      `userName eq "${email.toLowerCase()}"`,
      `email eq "${email.toUpperCase()}"`,
      `emails eq "${email}"`,
      `emails.value eq "${email}"`,
      `emails[value eq "${email}"]`,
      `emails[type eq "work"].value eq "${email}"`,
      `emails[type eq "work" and primary eq true and value eq "${email}"]`,
      `name.givenName eq "ana" and email sw "${email.slice(0, 6)}"`,
    ];
    for (const filter of filters) {
      expect({ filter, found: (await find(filter)).map(({ id }) => id) }).toEqual({
        filter,
        found: [made.body.scim_id],
      });
    }
    expectScimError(await server.scim.post('/Users', aUser({ userName: email })), 409, 'uniqueness');
    expect((await server.scim.get(`/Users/${made.body.scim_id}`)).body).toMatchObject({
      userName: email,
      active: true,
      name: { givenName: 'Ana', familyName: 'Ito' },
      emails: [{ value: email, type: 'work', primary: true }],
    });
  });

  it.each(['PUT', 'PATCH'])(
    'links an account made over REST by the first %s and loses nothing of it',
    async (method) => {
      const email = `${unique('linked')}@example.org`;
      const { id, scim_id } = (await server.rest.post('/users/', { email, first_name: 'Ana' })).body;
      const group = await createGroup(server.scim, unique('linked'), [{ id: scim_id }]);
      const current = (await server.scim.get(`/Users/${scim_id}`)).body;
      const body = method === 'PUT' ? { ...current, externalId: '00uLinked' } : replace({ externalId: '00uLinked' });
      const answer = await server.scim.send(method, `/Users/${scim_id}`, { body });
      expect(answer).toMatchObject({ status: 200, body: { id: scim_id, externalId: '00uLinked', userName: email } });
      expect(answer.body.groups).toMatchObject([{ value: group.id }]);
      expect((await server.rest.get(`/users/${id}`)).body).toMatchObject({ scim_id, email, first_name: 'Ana' });
    },
  );

  it('outlives a deletion: gone for SCIM, brought back by a POST with the same email under the same id', async () => {
    const name = unique('revived');
    const user = await createUser(server.scim, { externalId: 'before', title: 'Chief' });
    const group = await createGroup(server.scim, name, [user]);
    expect((await server.scim.delete(`/Users/${user.id}`)).status).toBe(204);
    expectScimError(await server.scim.get(`/Users/${user.id}`), 404);
    expectScimError(await server.scim.put(`/Users/${user.id}`, user), 404);
    expectScimError(await server.scim.patch(`/Users/${user.id}`, replace({ active: true })), 404);
    expectScimError(await server.scim.delete(`/Users/${user.id}`), 404);
    expect(await find(`userName eq "${user.userName}" or id eq "${user.id}"`)).toEqual([]);
    expect(await memberIds(server.scim, group.id)).toEqual([]);
    const back = await server.scim.post(
      '/Users',
      aUser({ userName: user.userName.toUpperCase(), externalId: 'after' }),
    );
    expect(back).toMatchObject({ status: 201, body: { id: user.id, externalId: 'after', active: true, groups: [] } });
    expect(back.body.title).toBeUndefined();
    expect(back.headers.get('location')).toBe(back.body.meta.location);
    expect(await accessOf(server, user.userName)).toMatchObject({ role: 'AN' });
  });

  it('lets a new user have the userName of a deleted one with another email', async () => {
    const userName = unique('reused');
    const first = await createUser(server.scim, { userName, emails: [{ value: `${userName}@a.test` }] });
    await server.scim.delete(`/Users/${first.id}`);
    const second = await createUser(server.scim, { userName, emails: [{ value: `${userName}@b.test` }] });
    expect(second.id).not.toBe(first.id);
    expectScimError(
      await server.scim.post('/Users', aUser({ userName, emails: [{ value: `${userName}@a.test` }] })),
      409,
      'uniqueness',
    );
  });

  it('keeps the Owner from being deactivated or deleted, and nothing else', async () => {
    const owner = (await server.scim.get('/Users/owner@example.com')).body;
    const attempts = [
      await server.scim.patch(`/Users/${owner.id}`, replace({ active: false, title: 'Gone' })),
      await server.scim.patch(`/Users/${owner.id}`, {
        Operations: [{ op: 'Replace', path: 'active', value: 'False' }],
      }),
      await server.scim.put(`/Users/${owner.id}`, { ...owner, active: false }),
      await server.scim.delete(`/Users/${owner.id}`),
    ];
    for (const attempt of attempts) expectScimError(attempt, 403);
    expect((await server.scim.get(`/Users/${owner.id}`)).body).toEqual(owner);
    const written = await server.scim.put(`/Users/${owner.id}`, {
      ...owner,
      active: undefined,
      name: { givenName: 'Olu' },
    });
    expect(written).toMatchObject({ status: 200, body: { active: true, name: { givenName: 'Olu' } } });
    await createGroup(server.scim, unique('owners'), [owner]);
    expect(await accessOf(server, 'owner@example.com')).toMatchObject({ role: 'OW', role_source: 'owner' });
  });

  it.each(['GET', 'PUT', 'PATCH', 'DELETE'])('lets %s name a user by email, as clients of LSE do', async (method) => {
    const user = await createUser(server.scim);
    const body = { GET: undefined, PUT: user, PATCH: replace({ title: 'Chief' }), DELETE: undefined }[method];
    const path = `/Users/${encodeURIComponent(user.userName.toUpperCase())}`;
    const { status, body: answer } = await server.scim.send(method, path, { body });
    expect({ status, id: answer?.id }).toEqual(method === 'DELETE' ? { status: 204 } : { status: 200, id: user.id });
  });
});

describe('Identity of groups (rules G1 to G4)', () => {
  let server: TestServer;

  beforeAll(async () => {
    server = await startTestServer();
  });
  afterAll(() => server.close());

  const named = async (name: string) =>
    (await server.scim.get(`/Groups?filter=${encodeURIComponent(`displayName eq "${name}"`)}`)).body.Resources;
  const mapped = async (name: string) => {
    const current = (await server.rest.get('/scim/settings')).body.roles_groups;
    const answer = await server.rest.post('/scim/settings', { roles_groups: [...current, ['Reviewer', name]] });
    expect(answer.status).toBe(201);
  };

  it('is the name, compared without case and shown as given', async () => {
    const name = unique('Night Shift');
    const group = await createGroup(server.scim, name);
    const other = await createGroup(server.scim);
    expectScimError(await server.scim.post('/Groups', aGroup({ displayName: name.toUpperCase() })), 409, 'uniqueness');
    const answer = await server.scim.patch(`/Groups/${other.id}`, replace({ displayName: name.toLowerCase() }));
    expectScimError(answer, 409, 'uniqueness');
    expect(await named(name.toUpperCase())).toMatchObject([{ id: group.id, displayName: name }]);
  });

  it('lets a group change the case of its own name', async () => {
    const group = await createGroup(server.scim, unique('case'));
    const displayName = group.displayName.toUpperCase();
    await server.scim.patch(`/Groups/${group.id}`, replace({ displayName }));
    expect(await named(displayName)).toMatchObject([{ id: group.id, displayName }]);
  });

  it('shows a group that only a mapping names, so that a client can link it', async () => {
    const name = unique('placeholder');
    await mapped(name);
    const [placeholder] = await named(name);
    expect(placeholder).toMatchObject({ displayName: name, members: [], id: expect.stringMatching(/^[0-9a-f-]{36}$/) });
    expect((await server.scim.get(`/Groups/${placeholder.id}`)).body).toEqual(placeholder);
  });

  it.each(['POST', 'PUT', 'PATCH'])('lets %s adopt such a group, with its mappings', async (method) => {
    const name = unique('adopted');
    await mapped(name);
    const [placeholder] = await named(name);
    const user = await createUser(server.scim);
    const members = [{ value: user.id }];
    const group = aGroup({ displayName: name, externalId: 'ext', members });
    const path = method === 'POST' ? '/Groups' : `/Groups/${placeholder.id}?attributes=displayName`;
    const body = method === 'PATCH' ? { Operations: [{ op: 'add', path: 'members', value: members }] } : group;
    const answer = await server.scim.send(method, path, { body });
    expect(answer).toMatchObject({ status: method === 'POST' ? 201 : 200, body: { id: placeholder.id } });
    expect(await accessOf(server, user.userName)).toMatchObject({ role: 'RE' });
    expectScimError(await server.scim.post('/Groups', aGroup({ displayName: name })), 409, 'uniqueness');
  });

  it('keeps mappings and access through a rename, which the settings show', async () => {
    const [from, to] = [unique('before'), unique('after')];
    await mapped(from);
    const user = await createUser(server.scim);
    const group = await createGroup(server.scim, from, [user]);
    await server.scim.patch(`/Groups/${group.id}`, replace({ id: group.id, displayName: to }));
    expect((await server.rest.get('/scim/settings')).body.roles_groups).toContainEqual(['Reviewer', to]);
    expect(await accessOf(server, user.userName)).toMatchObject({ role: 'RE', role_grants: [{ group: to }] });
    expect(await named(from)).toEqual([]);
  });

  it('keeps mappings when the group is deleted, on a fresh placeholder', async () => {
    const name = unique('deleted');
    await mapped(name);
    const user = await createUser(server.scim);
    const group = await createGroup(server.scim, name, [user]);
    expect((await server.scim.delete(`/Groups/${group.id}`)).status).toBe(204);
    expectScimError(await server.scim.get(`/Groups/${group.id}`), 404);
    expect(await accessOf(server, user.userName)).toMatchObject({ role: 'DI' });
    const [fresh] = await named(name);
    expect(fresh).toMatchObject({ displayName: name, members: [] });
    expect(fresh.id).not.toBe(group.id);
    expect((await server.rest.get('/scim/settings')).body.roles_groups).toContainEqual(['Reviewer', name]);
    const again = await createGroup(server.scim, name, [user]);
    expect(again.id).toBe(fresh.id);
    expect(await accessOf(server, user.userName)).toMatchObject({ role: 'RE' });
  });

  it('leaves nothing of a deleted group that no mapping names', async () => {
    const group = await createGroup(server.scim);
    expect((await server.scim.delete(`/Groups/${group.id}`)).status).toBe(204);
    expect(await named(group.displayName)).toEqual([]);
    expectScimError(await server.scim.delete(`/Groups/${group.id}`), 404);
  });

  it('takes exact names and emails where ids are expected, as clients of LSE send them', async () => {
    const [ana, bo] = [await createUser(server.scim), await createUser(server.scim)];
    const name = unique('Blue Team / ü');
    const group = await server.scim.post('/Groups', aGroup({ displayName: name, members: [{ value: ana.userName }] }));
    expect(group.body.members).toMatchObject([{ value: ana.id }]);
    const path = `/Groups/${encodeURIComponent(name)}`;
    expect((await server.scim.get(path)).body.id).toBe(group.body.id);
    const add = { op: 'add', path: 'members', value: [{ value: bo.userName.toUpperCase() }] };
    expect((await server.scim.patch(path, { Operations: [add] })).status).toBe(204);
    expect(await memberIds(server.scim, group.body.id)).toEqual([ana.id, bo.id].sort());
    const removals = [
      { op: 'remove', path: `members[value eq "${ana.userName}"]` },
      { op: 'remove', path: 'members', value: [{ value: bo.userName }] },
    ];
    expect((await server.scim.patch(path, { Operations: removals })).status).toBe(204);
    expect(await memberIds(server.scim, group.body.id)).toEqual([]);
    expectScimError(await server.scim.get(`/Groups/${encodeURIComponent(name.toUpperCase())}`), 404);
    expect((await server.scim.delete(path)).status).toBe(204);
  });

  it('refuses REST a user whose email is taken, naming the field', async () => {
    const { userName } = await createUser(server.scim);
    expectRestError(await server.rest.post('/users/', { email: userName.toUpperCase() }), 400, ['email']);
  });
});
