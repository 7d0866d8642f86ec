import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { expectRestError, expectScimError } from '../support/expect-error.js';
import type { Answer } from '../support/http-client.js';
import { accessOf, aUser, createGroup, createUser, unique } from '../support/people.js';
import { createPerson, createTenant } from '../support/tenants.js';
import { startTestServer, type TestServer } from '../support/test-server.js';

const PATH = '/organizations/0/memberships';

describe('The members of an organization', () => {
  let server: TestServer;
  let numberOf: (scimId: string) => Promise<number>;
  let ownerId: number;

  const setRole = (user_id: number, role: string) => server.rest.patch(PATH, { user_id, role });
  const emails = ({ body }: Answer) => body.results.map(({ user }: { user: { email: string } }) => user.email);

  beforeAll(async () => {
    server = await startTestServer();
    ownerId = (await server.rest.get('/current-user/whoami')).body.id;
    numberOf = async (scimId) => {
      const { body } = await server.rest.get('/users/');
      return body.find((user: { scim_id: string }) => user.scim_id === scimId).id;
    };
  });
  afterAll(() => server.close());

  it('come as a page of roles, their sources and users', async () => {
    const { id, userName } = await createUser(server.scim);
    const number = await numberOf(id);
    const { body } = await server.rest.get(`${PATH}?search=${userName}`);
    const user = (await server.rest.get(`/users/${number}/`)).body;
    const member = {
      id: number,
      organization: user.active_organization,
      role: 'AN',
      role_source: 'default',
      reason: null,
      created_at: user.date_joined,
      user,
    };
    expect(body).toEqual({ count: 1, next: null, previous: null, results: [member] });
    expect((await server.rest.get(`${PATH}/${number}/`)).body).toEqual(member);
  });

  it('are in the order of their ids, or in the one asked for', async () => {
    const stem = unique('sorted');
    const [b, a, c] = ['b', 'a', 'c'].map((letter) => `${letter}.${stem}@acme.test`);
    for (const userName of [b, a, c]) await createUser(server.scim, { userName });
    const list = async (ordering: string) => emails(await server.rest.get(`${PATH}/?search=${stem}${ordering}`));
    expect(await list('')).toEqual([b, a, c]);
    expect(await list('&ordering=-id')).toEqual([c, a, b]);
    expect(await list('&ordering=email')).toEqual([a, b, c]);
    expectRestError(await server.rest.get(`${PATH}?ordering=password`), 400, ['ordering']);
  });

  it('are found by name, by role and by both, in pages that end empty', async () => {
    const familyName = unique('Ümit');
    for (const role of ['RE', 'RE', 'AN']) {
      const { id } = await createUser(server.scim, { name: { givenName: 'Ana', familyName } });
      await setRole(await numberOf(id), role);
    }
    const search = `search=${encodeURIComponent(familyName.toUpperCase())}`;
    expect((await server.rest.get(`${PATH}?${search}`)).body.count).toBe(3);
    expect((await server.rest.get(`${PATH}?${search}&role=RE`)).body.count).toBe(2);
    expect((await server.rest.get(`${PATH}?${search}&role=RE,AN`)).body.count).toBe(3);
    expectRestError(await server.rest.get(`${PATH}?role=XX`), 400, ['role']);
    const second = (await server.rest.get(`${PATH}?${search}&page=2&page_size=2`)).body;
    expect(second).toMatchObject({ count: 3, next: null, previous: expect.stringContaining('page=1') });
    expect(second.results).toHaveLength(1);
    const beyond = await server.rest.get(`${PATH}?${search}&page=9`);
    expect(beyond).toMatchObject({ status: 200, body: { count: 3, results: [] } });
  });

  describe('with one reason or another to have no working role', () => {
    const stem = 'reasons-of-members';
    const [leaver, sleeper, waiter, loser, worker] = ['leaver', 'sleeper', 'waiter', 'loser', 'worker'].map(
      (name) => `${name}@${stem}.test`,
    );

    beforeAll(async () => {
      const person = async (userName = '', active = true) => createUser(server.scim, { userName, active });
      await person(leaver, false);
      const { id: asleep } = await person(sleeper);
      await setRole(await numberOf(asleep), 'NO');
      const lost = await person(loser);
      const group = await createGroup(server.scim, unique('lost'), [lost]);
      await server.rest.post('/scim/settings', { roles_groups: [['Manager', group.displayName]] });
      await server.scim.delete(`/Groups/${group.id}`);
      await person(worker);
      const { used } = (await server.rest.get('/organizations/0')).body.seats;
      await server.rest.patch('/organizations/0', { seat_limit: used });
      await person(waiter);
    });
    afterAll(async () => {
      await server.rest.patch('/organizations/0', { seat_limit: null });
    });

    it.each([
      ['reason=deactivated', [[leaver, 'DI', 'scim', 'deactivated']]],
      ['reason=awaiting_sign_in', [[sleeper, 'NO', 'manual', 'awaiting_sign_in']]],
      ['reason=waiting_for_seat', [[waiter, 'NO', 'default', 'waiting_for_seat']]],
      ['reason=no_role_group', [[loser, 'DI', 'scim', 'no_role_group']]],
      ['role_source=manual', [[sleeper, 'NO', 'manual', 'awaiting_sign_in']]],
      ['role_source=owner', []],
      [
        'role_source=default,manual&ordering=email',
        [
          [sleeper, 'NO', 'manual', 'awaiting_sign_in'],
          [waiter, 'NO', 'default', 'waiting_for_seat'],
          [worker, 'AN', 'default', null],
        ],
      ],
      ['role_source=default&role=AN', [[worker, 'AN', 'default', null]]],
      [
        'role_source=scim&reason=deactivated&reason=no_role_group&ordering=-email',
        [
          [loser, 'DI', 'scim', 'no_role_group'],
          [leaver, 'DI', 'scim', 'deactivated'],
        ],
      ],
    ])('are found by %s', async (query, expected) => {
      const { body } = await server.rest.get(`${PATH}?search=${stem}&${query}`);
      const shown = body.results.map(({ user, role, role_source, reason }: Record<string, unknown>) => [
        (user as { email: string }).email,
        role,
        role_source,
        reason,
      ]);
      expect({ count: body.count, shown }).toEqual({ count: expected.length, shown: expected });
    });

    it('are as many as the seats of the organization say, for those who wait', async () => {
      const { count } = (await server.rest.get(`${PATH}?reason=waiting_for_seat`)).body;
      const { seats } = (await server.rest.get('/organizations/0')).body;
      expect({ waiting: seats.waiting, count }).toEqual({ waiting: 1, count: 1 });
      const { seats: sameSeats } = (await server.rest.patch('/organizations/0', { title: 'Still the same' })).body;
      expect(sameSeats).toEqual(seats);
    });

    it.each([
      ['reason=tired', 'reason'],
      ['reason=null', 'reason'],
      ['role_source=scim,luck', 'role_source'],
    ])('are not looked for by %s', async (query, field) => {
      expectRestError(await server.rest.get(`${PATH}?${query}`), 400, [field]);
    });
  });

  it('leave out, when asked, who is in a project or workspace already', async () => {
    const { id, userName } = await createUser(server.scim);
    const workspace = (await server.rest.post('/workspaces/', { title: unique('Lab') })).body.id;
    const project: number = (await server.rest.post('/projects/', { title: 'CT', workspace })).body.id;
    const group = await createGroup(server.scim, unique('lab'), [{ id }]);
    const rows = (await server.rest.get('/scim/settings')).body.workspaces_groups;
    const title = (await server.rest.get(`/workspaces/${workspace}`)).body.title;
    await server.rest.post('/scim/settings', { workspaces_groups: [...rows, [title, group.displayName]] });
    for (const query of [`exclude_workspace_id=${workspace}`, `exclude_project_id=${project}`])
      expect((await server.rest.get(`${PATH}?search=${userName}&${query}`)).body.count).toBe(0);

    expect((await server.rest.get(`${PATH}?search=${userName}&exclude_project_id=${project + 1}`)).body.count).toBe(1);
  });

  describe('setting a role manually', () => {
    it.each(['AD', 'MA', 'RE', 'AN', 'NO', 'DI'])('gives %s at once', async (role) => {
      const { id, userName } = await createUser(server.scim);
      const answer = await setRole(await numberOf(id), role);
      expect(answer).toMatchObject({ status: 200, body: { role, role_source: 'manual', user: { email: userName } } });
      expect(await accessOf(server, userName)).toMatchObject({ role, role_source: 'manual' });
    });

    it('is refused while a group gives the role, and names the group', async () => {
      const { id, userName } = await createUser(server.scim);
      const group = await createGroup(server.scim, unique('leads'), [{ id }]);
      await server.rest.post('/scim/settings', { roles_groups: [['Manager', group.displayName]] });
      const answer = await setRole(await numberOf(id), 'RE');
      expectRestError(answer, 400, ['role']);
      expect(answer.body.validation_errors.role[0]).toContain(group.displayName);
      expect(await accessOf(server, userName)).toMatchObject({ role: 'MA', role_source: 'scim' });
    });

    it("never touches the Owner's, and makes nobody Owner", async () => {
      const { id } = await createUser(server.scim);
      expectRestError(await setRole(ownerId, 'AD'), 403);
      expectRestError(await setRole(await numberOf(id), 'OW'), 400, ['role']);
      expect((await server.rest.get(`${PATH}/${ownerId}/`)).body).toMatchObject({ role: 'OW', role_source: 'owner' });
    });

    it.each([
      [{ role: 'RE' }, ['user_id']],
      [{ user_id: 999_999, role: 'RE' }, ['user_id']],
      [{ user_id: 1, role: 'Reviewer' }, ['role']],
      [{ user_id: 1 }, ['role']],
    ])('refuses %j', async (body, fields) => {
      expectRestError(await server.rest.patch(PATH, body), 400, fields);
    });

    it('counts seats', async () => {
      const { id } = await createUser(server.scim, { active: false });
      const { used } = (await server.rest.get('/organizations/0')).body.seats;
      await server.scim.patch(`/Users/${id}`, { Operations: [{ op: 'replace', value: { active: true } }] });
      await setRole(await numberOf(id), 'NO');
      await server.rest.patch('/organizations/0', { seat_limit: used });
      expect((await setRole(await numberOf(id), 'RE')).body.role).toBe('NO');
      await server.rest.patch('/organizations/0', { seat_limit: null });
      expect((await server.rest.get(`${PATH}/${await numberOf(id)}/`)).body.role).toBe('RE');
    });
  });

  describe('removing somebody', () => {
    it('keeps the account out of sight, deactivated, until SCIM brings it back', async () => {
      const { id, userName } = await createUser(server.scim);
      const number = await numberOf(id);
      expect((await server.rest.delete(`${PATH}/${number}/`)).status).toBe(204);
      expectRestError(await server.rest.get(`${PATH}/${number}/`), 404);
      expectRestError(await server.rest.delete(`${PATH}/${number}/`), 404);
      expectScimError(await server.scim.get(`/Users/${id}`), 404);
      expect((await server.scim.post('/Users', aUser({ userName }))).body.id).toBe(id);
      expect((await server.rest.get(`${PATH}/${number}/`)).body.role).toBe('AN');
    });

    it('answers 405 to whoever would delete themselves', async () => {
      expectRestError(await server.rest.delete(`${PATH}/${ownerId}/`), 405);
    });

    it('answers 403 for the Owner', async () => {
      const { rest } = await createPerson(server, 'AD');
      expectRestError(await rest.delete(`${PATH}/${ownerId}/`), 403);
    });
  });

  it("knows the caller's organization only, by its id or as 0", async () => {
    const other = await createTenant(server, 'owner@members.test');
    const stranger = (await other.rest.get('/current-user/whoami')).body.id;
    const own = (await server.rest.get('/organizations/0')).body.id;
    expect((await server.rest.get(`/organizations/${own}/memberships`)).status).toBe(200);
    const theirs = `/organizations/${other.organizationId}/memberships`;
    expectRestError(await server.rest.get(theirs), 404);
    expectRestError(await server.rest.patch(theirs, { user_id: stranger, role: 'RE' }), 404);
    expectRestError(await server.rest.delete(`${theirs}/${stranger}`), 404);
    expectRestError(await setRole(stranger, 'RE'), 400, ['user_id']);
    expectRestError(await server.rest.delete(`${PATH}/${stranger}`), 404);
  });
});
