import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { aUser, createGroup, createUser, memberIds, unique } from '../support/people.js';
import { startTestServer, type TestServer } from '../support/test-server.js';

const OPERATIONS = 1_000;
const CORE = 'urn:ietf:params:scim:schemas:core:2.0:User';
const ENTERPRISE = 'urn:ietf:params:scim:schemas:extension:enterprise:2.0:User';

describe('Clients other than Okta and Entra ID', () => {
  let server: TestServer;

  beforeAll(async () => {
    server = await startTestServer();
  });
  afterAll(() => server.close());

  describe('OneLogin', () => {
    const plainJson = { 'content-type': 'application/json' };

    it.each([
      [['urn:scim:schemas:core:2.0', 'urn:scim:schemas:extension:enterprise:2.0']],
      [['urn:scim:schemas:core:1.0']],
    ])('creates a user whose template names the schemas %j', async (schemas) => {
      const answer = await server.scim.post('/Users', aUser({ schemas }), plainJson);
      expect(answer.status).toBe(201);
      expect(answer.body.schemas).toEqual([CORE]);
    });

    it('sends emails as one object', async () => {
      const value = `${unique('one')}@example.org`;
      const answer = await server.scim.post('/Users', aUser({ userName: unique('one'), emails: { value } }), plainJson);
      expect(answer.body.emails).toEqual([{ value }]);
    });

    it('looks up with a trailing ampersand and updates with a trailing question mark', async () => {
      const user = await createUser(server.scim);
      const found = await server.scim.get(`/Users?filter=userName+eq+%22${encodeURIComponent(user.userName)}%22&`);
      expect(found.body.Resources.map(({ id }: { id: string }) => id)).toEqual([user.id]);
      const updated = await server.scim.put(`/Users/${user.id}?`, { ...user, title: 'Lead' }, plainJson);
      expect([updated.status, updated.body.title]).toEqual([200, 'Lead']);
    });
  });

  describe('JumpCloud', () => {
    it('creates, updates and deletes a test user and a test group with ids that are strings', async () => {
      const user = await createUser(server.scim);
      const group = await createGroup(server.scim, unique('jumpcloud'), [user]);
      expect([typeof user.id, typeof group.id]).toEqual(['string', 'string']);
      const renamed = await server.scim.put(`/Groups/${group.id}`, { ...group, displayName: unique('jumpcloud') });
      expect(renamed.status).toBe(200);
      const statuses = [`/Groups/${group.id}`, `/Users/${user.id}`].map((path) => server.scim.delete(path));
      expect((await Promise.all(statuses)).map(({ status }) => status)).toEqual([204, 204]);
    });
  });

  describe('Google Workspace', () => {
    it('lists without parameters, and looks up without a count', async () => {
      const user = await createUser(server.scim);
      expect((await server.scim.get('/Users')).status).toBe(200);
      const filter = encodeURIComponent(`userName eq "${user.userName}"`);
      expect((await server.scim.get(`/Users?filter=${filter}&startIndex=1`)).body.totalResults).toBe(1);
    });

    it('creates a suspended user under two URNs', async () => {
      const answer = await server.scim.post(
        '/Users',
        aUser({ schemas: ['urn:scim:schemas:core:1.0', CORE], active: false }),
      );
      expect([answer.status, answer.body.active]).toEqual([201, false]);
    });
  });

  describe('SailPoint and Ping', () => {
    it('aggregates by an admin filter and only the attributes of the schema', async () => {
      const stem = unique('sailpoint');
      await createUser(server.scim, { userName: `${stem}@example.org`, title: 'Lead' });
      const filter = encodeURIComponent(`userName sw "${stem}"`);
      const { body } = await server.scim.get(`/Users?filter=${filter}&attributes=userName,title&startIndex=1&count=50`);
      expect(Object.keys(body.Resources[0]).sort()).toEqual(['id', 'schemas', 'title', 'userName']);
    });

    it('adds and replaces without a path', async () => {
      const user = await createUser(server.scim);
      const Operations = [
        { op: 'add', value: { nickName: 'Kimmy' } },
        { op: 'replace', value: { [ENTERPRISE]: { department: 'QA' } } },
      ];
      const { body } = await server.scim.patch(`/Users/${user.id}`, { Operations });
      expect([body.nickName, body[ENTERPRISE].department]).toEqual(['Kimmy', 'QA']);
    });
  });

  describe('authentik', () => {
    it('reads limits of bulk from ServiceProviderConfig', async () => {
      const { body } = await server.scim.get('/ServiceProviderConfig');
      expect(body.bulk.maxOperations).toBeGreaterThanOrEqual(OPERATIONS);
    });

    it('creates first, looks up without quotes after a 409, and links by PUT with its own ids', async () => {
      const user = await createUser(server.scim);
      expect((await server.scim.post('/Users', aUser({ userName: user.userName }))).status).toBe(409);
      const { body } = await server.scim.get(`/Users?filter=userName%20eq%20${encodeURIComponent(user.userName)}`);
      expect(body.Resources).toHaveLength(1);
      const { id } = body.Resources[0];
      const linked = await server.scim.put(`/Users/${id}`, aUser({ id, userName: user.userName, externalId: 'ak-1' }));
      expect([linked.status, linked.body.externalId]).toEqual([200, 'ak-1']);
    });

    it('updates a group by a PATCH without path that carries the whole group', async () => {
      const group = await createGroup(server.scim);
      const value = { schemas: group.schemas, id: group.id, externalId: 'ak-group', displayName: unique('authentik') };
      const answer = await server.scim.patch(`/Groups/${group.id}`, { Operations: [{ op: 'replace', value }] });
      expect(answer.status).toBe(204);
      expect((await server.scim.get(`/Groups/${group.id}`)).body.externalId).toBe('ak-group');
    });

    it('sends one operation for each of a thousand members', async () => {
      const [first, ...others] = await Promise.all(Array.from({ length: 4 }, () => createUser(server.scim)));
      const group = await createGroup(server.scim, unique('authentik'), [first]);
      const Operations = Array.from({ length: OPERATIONS }, (_, at) => ({
        op: at % 2 === 0 ? 'add' : 'remove',
        path: 'members',
        value: [{ value: at >= OPERATIONS - 3 ? others[at % 3].id : first.id }],
      }));
      expect((await server.scim.patch(`/Groups/${group.id}`, { Operations })).status).toBe(204);
      const expected = new Set<string>([first.id]);
      for (const { op, value } of Operations)
        for (const { value: id } of value) expected[op === 'add' ? 'add' : 'delete'](id);
      expect(await memberIds(server.scim, group.id)).toEqual([...expected].sort());
    });

    it('finds an empty list of members on a group without any', async () => {
      const group = await createGroup(server.scim);
      expect((await server.scim.get(`/Groups/${group.id}`)).body.members).toEqual([]);
    });
  });
});
