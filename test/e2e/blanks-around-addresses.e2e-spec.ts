import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { numberOf } from '../support/containers.js';
import { expectRestError, expectScimError } from '../support/expect-error.js';
import { aGroup, aUser, createGroup, createUser, memberIds, unique } from '../support/people.js';
import { NOTHINGS, SPELLINGS } from '../support/spellings.js';
import { startTestServer, type TestServer } from '../support/test-server.js';

function replace(value: object): object {
  return { Operations: [{ op: 'replace', value }] };
}

const idsOf = (resources: readonly { readonly id: string }[]): string[] => resources.map(({ id }) => id);

describe('Blanks around addresses', () => {
  let server: TestServer;

  beforeAll(async () => {
    server = await startTestServer();
  });
  afterAll(() => server.close());

  const find = async (endpoint: string, filter: string): Promise<string[]> => {
    const { status, body } = await server.scim.get(`${endpoint}?filter=${encodeURIComponent(filter)}`);
    expect({ filter, status }).toEqual({ filter, status: 200 });
    return idsOf(body.Resources);
  };

  describe.each(SPELLINGS)('are no part of a user: %s', (_, spell) => {
    it('so there is no second account', async () => {
      const user = await createUser(server.scim);
      const other = await createUser(server.scim);
      const value = spell(user.userName);
      for (const twin of [aUser({ userName: value, emails: [] }), aUser({ emails: [{ value, primary: true }] })]) {
        expectScimError(await server.scim.post('/Users', twin), 409, 'uniqueness');
        expectScimError(await server.scim.put(`/Users/${other.id}`, twin), 409, 'uniqueness');
        const { schemas: _schemas, ...attributes } = twin as Record<string, unknown>;
        expectScimError(await server.scim.patch(`/Users/${other.id}`, replace(attributes)), 409, 'uniqueness');
      }
      expectRestError(await server.rest.post('/users/', { email: value }), 400, ['email']);
      expect((await server.scim.get(`/Users/${other.id}`)).body).toEqual(other);
      expect((await server.scim.get(`/Users/${user.id}`)).body).toEqual(user);
    });

    it('nor of what is stored, by whatever verb', async () => {
      const name = `${unique('Kim')}@x.test`;
      const asGiven = spell(name).toUpperCase() === spell(name) ? name.toUpperCase() : name;
      const stored = { userName: asGiven, emails: [{ value: asGiven, type: 'work', primary: true }] };
      const body = aUser({ userName: spell(name), emails: [{ value: spell(name), type: 'work', primary: true }] });
      const user = await createUser(server.scim, body);
      expect(user).toMatchObject(stored);
      expect(await server.scim.put(`/Users/${user.id}`, body)).toMatchObject({ status: 200, body: user });
      const steps = [
        { op: 'replace', path: 'userName', value: spell(name) },
        { op: 'replace', path: 'emails[type eq "work"].value', value: spell(name) },
        { op: 'add', path: 'emails', value: [{ value: spell(name), type: 'work' }] },
      ];
      expect(await server.scim.patch(`/Users/${user.id}`, { Operations: steps })).toMatchObject({
        status: 200,
        body: user,
      });
      expect((await server.rest.get(`/users/${await numberOf(server, user.id)}`)).body).toMatchObject({
        username: asGiven,
        email: asGiven,
      });
    });

    it('nor of what finds somebody', async () => {
      const user = await createUser(server.scim);
      const other = await createUser(server.scim);
      const wanted = JSON.stringify(spell(user.userName));
      for (const filter of [
        `userName eq ${wanted}`,
        `userName eq ${wanted} or userName eq "nobody"`,
        `email eq ${wanted}`,
        `emails.value eq ${wanted}`,
        `emails[value eq ${wanted}]`,
        `emails[type eq "work"].value eq ${wanted}`,
        `userName ge ${wanted} and userName le ${wanted}`,
        `not (userName ne ${wanted})`,
      ])
        expect({ filter, found: await find('/Users', filter) }).toEqual({ filter, found: [user.id] });

      const both = `(id eq "${user.id}" or id eq "${other.id}")`;
      expect(await find('/Users', `${both} and userName ne ${wanted}`)).toEqual([other.id]);
      const { body: listed } = await server.rest.get(`/users/?email=${encodeURIComponent(spell(user.userName))}`);
      expect(listed).toMatchObject([{ scim_id: user.id }]);
      const path = `/Users/${encodeURIComponent(spell(user.userName))}`;
      expect((await server.scim.get(path)).body).toEqual(user);
      expect((await server.scim.patch(path, replace({ title: 'Chief' }))).body).toMatchObject({ title: 'Chief' });
      expect((await server.scim.put(path, user)).body).toMatchObject({ id: user.id });
      expect((await server.scim.delete(path)).status).toBe(204);
      const back = await server.scim.post('/Users', aUser({ userName: spell(user.userName) }));
      expect(back).toMatchObject({ status: 201, body: { id: user.id } });
    });

    it('nor of who is to be a member', async () => {
      const [ana, bo] = [await createUser(server.scim), await createUser(server.scim)];
      const group = await server.scim.post('/Groups', aGroup({ members: [{ value: spell(ana.userName) }] }));
      const change = (operation: object) =>
        server.scim.patch(`/Groups/${group.body.id}`, { Operations: [{ path: 'members', ...operation }] });
      await change({ op: 'add', value: [{ value: spell(bo.userName) }] });
      expect(await memberIds(server.scim, group.body.id)).toEqual([ana.id, bo.id].sort());
      await change({ op: 'remove', path: `members[value eq ${JSON.stringify(spell(ana.userName))}]` });
      expect(await memberIds(server.scim, group.body.id)).toEqual([bo.id]);
      await change({ op: 'remove', value: [{ value: spell(bo.userName) }] });
      expect(await memberIds(server.scim, group.body.id)).toEqual([]);
    });
  });

  it.each(NOTHINGS)('are no address by themselves: %j', async (value) => {
    const user = await createUser(server.scim, { emails: [{ value, type: 'work', primary: true }] });
    expect(user.emails).toBeUndefined();
    expect((await server.rest.get(`/users/?email=${encodeURIComponent(user.userName)}`)).body).toMatchObject([
      { email: user.userName },
    ]);
    expect((await server.rest.get(`/users/?email=${encodeURIComponent(value)}`)).body).toEqual([]);
    expect(await find('/Users', `emails.value eq ${JSON.stringify(value)} or userName eq " "`)).toEqual([]);
  });

  it('stay in what names nothing', async () => {
    const free = { externalId: ' 00u1 ', title: ' Chief ', name: { givenName: ' Kim' }, displayName: 'Kim Lee ' };
    const user = await createUser(server.scim, free);
    expect(user).toMatchObject(free);
    const other = await createUser(server.scim, { externalId: '00u1' });
    expect(await find('/Users', 'externalId eq " 00u1 "')).toEqual([user.id]);
    expect(await find('/Users', 'externalId eq "00u1"')).toEqual([other.id]);
    const group = await createGroup(server.scim);
    const externalId = ' 00g1 ';
    expect((await server.scim.put(`/Groups/${group.id}`, { ...group, externalId })).body).toMatchObject({ externalId });
    expect(await find('/Groups', 'externalId eq "00g1"')).toEqual([]);
  });

  it('are no change of a person over REST', async () => {
    const user = await createUser(server.scim);
    const id = await numberOf(server, user.id);
    const same = { email: ` ${user.userName.toUpperCase()}`, username: `${user.userName}\u200b` };
    const answer = await server.rest.patch(`/users/${id}/`, { ...same, first_name: 'Ana' });
    expect(answer).toMatchObject({ status: 200, body: { email: user.userName, first_name: 'Ana' } });
    expectRestError(await server.rest.patch(`/users/${id}/`, { email: ' other@x.test' }), 400, ['email']);
    const made = await server.rest.post('/users/', { email: ' rest@x.test\u00a0' });
    expect(made).toMatchObject({ status: 201, body: { email: 'rest@x.test', username: 'rest@x.test' } });
  });
});
