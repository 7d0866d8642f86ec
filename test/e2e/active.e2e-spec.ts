import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { expectScimError } from '../support/expect-error.js';
import type { Answer } from '../support/http-client.js';
import { accessOf, aUser, createUser, unique } from '../support/people.js';
import { startTestServer, type TestServer } from '../support/test-server.js';

/** Writes a user that a PUT body describes; it also sets the title Chief. */
type Write = (id: string, body: Record<string, unknown>) => Promise<Answer>;

const TITLE = { op: 'add', path: 'title', value: 'Chief' };

describe('Whether somebody is active', () => {
  let server: TestServer;
  const team = unique('managers');

  beforeAll(async () => {
    server = await startTestServer();
    await server.rest.post('/scim/settings', { roles_groups: [['Manager', team]] });
  });
  afterAll(() => server.close());

  /** A manager, deactivated or not. */
  const arrange = async (active: boolean) => {
    const user = await createUser(server.scim);
    await join(user.id);
    if (!active) await patch(user.id, { op: 'replace', path: 'active', value: false });
    expect(await roleOf(user.userName)).toBe(active ? 'MA' : 'DI');
    return user;
  };
  const join = async (id: string) => {
    const add = { Operations: [{ op: 'add', path: 'members', value: [{ value: id }] }] };
    if ((await server.scim.patch(`/Groups/${team}`, add)).status !== 204) throw new Error('nobody joined');
  };
  const patch = (id: string, ...operations: object[]) => server.scim.patch(`/Users/${id}`, { Operations: operations });
  const roleOf = async (email: string) => (await accessOf(server, email)).role;
  const put = (id: string, body: object) => server.scim.put(`/Users/${id}`, body);

  const silent: [what: string, write: Write][] = [
    ['a PUT without it', (id, { active: _, ...body }) => put(id, body)],
    ['a PUT with null', (id, body) => put(id, { ...body, active: null })],
    ['a PUT with an empty list', (id, body) => put(id, { ...body, active: [] })],
    ['a PUT by email, without it', (_id, { active: _, ...body }) => put(String(body.userName), body)],
    [
      'a PUT in a bulk, without it',
      async (id, { active: _, ...data }) => {
        const answer = await server.scim.post('/Bulk', {
          schemas: ['urn:ietf:params:scim:api:messages:2.0:BulkRequest'],
          Operations: [{ method: 'PUT', path: `/Users/${id}`, data }],
        });
        expect(answer.body.Operations).toMatchObject([{ status: '200' }]);
        return server.scim.get(`/Users/${id}`);
      },
    ],
    ['a PATCH that replaces it by null', (id) => patch(id, TITLE, { op: 'replace', path: 'active', value: null })],
    [
      'a PATCH that replaces it by an empty list',
      (id) => patch(id, TITLE, { op: 'replace', path: 'active', value: [] }),
    ],
    ['a PATCH that adds null', (id) => patch(id, { op: 'add', path: 'active', value: [{ value: null }] }, TITLE)],
    ['a PATCH that removes it', (id) => patch(id, { op: 'remove', path: 'active' }, TITLE)],
    ['a PATCH without path, with null', (id) => patch(id, { op: 'replace', value: { active: null, title: 'Chief' } })],
  ];

  describe.each([
    ['active', true],
    ['inactive', false],
  ])('of somebody %s', (_, active) => {
    it.each(silent)('is left as it is by %s', async (_what, write) => {
      const { userName, id } = await arrange(active);
      const answer = await write(id, { ...aUser({ userName }), title: 'Chief' });
      expect(answer).toMatchObject({ status: 200, body: { id, active, title: 'Chief' } });
      expect((await server.scim.get(`/Users/${id}`)).body).toEqual(answer.body);
      expect(await roleOf(userName)).toBe(active ? 'MA' : 'DI');
    });

    it.each([[''], ['perhaps'], [0], [{}], [{ value: true }]])('is not said by %j, which is refused', async (value) => {
      const { userName, id } = await arrange(active);
      const before = (await server.scim.get(`/Users/${id}`)).body;
      const body = { ...aUser({ userName }), title: 'Chief', active: value };
      const answers = [
        await put(id, body),
        await patch(id, TITLE, { op: 'replace', path: 'active', value }),
        await patch(id, { op: 'replace', value: { title: 'Chief', active: value } }),
      ];
      for (const answer of answers) expectScimError(answer, 400, 'invalidValue');
      expect((await server.scim.get(`/Users/${id}`)).body).toEqual(before);
      expect(await roleOf(userName)).toBe(active ? 'MA' : 'DI');
    });
  });

  it.each([
    ['leave', { op: 'replace', path: 'active', value: false }, true, 'DI'],
    ['come back', { op: 'replace', value: { active: 'True' } }, false, 'MA'],
  ])('is what a PATCH says of it, whatever else in it says nothing: people %s', async (_, says, before, role) => {
    for (const saysNothing of [
      { op: 'remove', path: 'active' },
      { op: 'replace', value: { active: null } },
    ]) {
      for (const operations of [
        [says, saysNothing],
        [saysNothing, says],
      ]) {
        const { userName, id } = await arrange(before);
        expect(await patch(id, ...operations)).toMatchObject({ status: 200, body: { id, active: !before } });
        expect(await roleOf(userName)).toBe(role);
      }
    }
  });

  it('is true of the user of the token after a PUT to /Me that says nothing about it', async () => {
    const { active: _, ...owner } = (await server.scim.get('/Me')).body;
    expect(await server.scim.put('/Me', owner)).toMatchObject({ status: 200, body: { id: owner.id, active: true } });
  });

  it.each([
    ['without it', {}, true],
    ['with null', { active: null }, true],
    ['with false', { active: false }, false],
  ])('is for a POST %s to say, also where it brings a deleted account back', async (_, says, active) => {
    const { active: _active, ...body } = aUser();
    const made = await server.scim.post('/Users', { ...body, ...says });
    expect(made).toMatchObject({ status: 201, body: { active } });
    expect(await roleOf(body.userName)).toBe(active ? 'AN' : 'DI');
    await server.scim.delete(`/Users/${made.body.id}`);
    const back = await server.scim.post('/Users', { ...body, ...says });
    expect(back).toMatchObject({ status: 201, body: { id: made.body.id, active } });
    expect(await roleOf(body.userName)).toBe(active ? 'AN' : 'DI');
  });
});
