import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { readFileSync } from 'node:fs';
import { expectScimError } from '../support/expect-error.js';
import type { Answer } from '../support/http-client.js';
import { accessOf, createGroup, createUser, memberIds, unique } from '../support/people.js';
import { startTestServer, type TestServer } from '../support/test-server.js';

const USER = 'urn:ietf:params:scim:schemas:core:2.0:User';
const ENTERPRISE = 'urn:ietf:params:scim:schemas:extension:enterprise:2.0:User';
const GROUP = 'urn:ietf:params:scim:schemas:core:2.0:Group';
const NOBODY = '5f9e2c1a-7b3d-4e8f-9a6b-1c2d3e4f5a6b';

const patchOp = (...operations: object[]) => ({
  schemas: ['urn:ietf:params:scim:api:messages:2.0:PatchOp'],
  Operations: operations,
});

interface Fixture {
  readonly resource: Record<string, unknown>;
  readonly request: object;
  readonly result: Record<string, unknown>;
}

/** A recorded exchange about a user, for a person that no other test uses. */
function recorded(name: string): Fixture {
  const text = readFileSync(`${process.cwd()}/test/fixtures/entra/${name}.json`, 'utf8');
  return JSON.parse(text.replaceAll('@contoso.example', `@${unique('contoso')}.example`)) as Fixture;
}

describe('Entra', () => {
  let server: TestServer;

  beforeAll(async () => {
    server = await startTestServer();
  });
  afterAll(() => server.close());

  const list = async (type: string, filter: string, rest = ''): Promise<Answer> =>
    server.scim.get(`${type}?${rest}filter=${encodeURIComponent(filter)}`);

  it.each([
    ['/Users', `userName eq "${NOBODY}"`],
    ['/Users/', `userName eq "${NOBODY}"`],
    ['/Users', `externalId eq "${NOBODY}"`],
    ['/Users', `emails[type eq "work"].value eq "${NOBODY}"`],
    ['/Groups', `displayName eq "${NOBODY}"`],
  ])('tests the connection by looking in %s for somebody who is not there: %s', async (type, filter) => {
    for (const rest of ['', 'excludedAttributes=members&', 'aadOptscim062020&']) {
      const answer = await list(type, filter, rest);
      expect(answer).toMatchObject({ status: 200, body: { totalResults: 0, Resources: [] } });
    }
  });

  it('creates a user with what it lists and does not send', async () => {
    const userName = `${unique('kim')}@contoso.example`;
    const answer = await server.scim.post('/Users', {
      schemas: [USER, 'urn:ietf:params:scim:schemas:extension:enterprise:2.0User'],
      externalId: 'kim',
      userName,
      active: true,
      meta: { resourceType: 'User' },
      roles: [],
      addresses: null,
      phoneNumbers: null,
      title: null,
      emails: [{ primary: true, type: 'work', value: userName }],
      name: { formatted: 'Kim Lee', familyName: 'Lee', givenName: 'Kim' },
    });
    expect(answer).toMatchObject({ status: 201, body: { schemas: [USER], externalId: 'kim', userName, active: true } });
    expect(JSON.stringify(answer.body)).not.toContain('null');
    expect(answer.body).not.toHaveProperty('roles');
  });

  it('creates a user in any case of names, with extensions that schemas do not list', async () => {
    const userName = `${unique('kim')}@contoso.example`;
    const answer = await server.scim.post('/Users', {
      schemas: [USER],
      UserName: userName,
      Active: 'True',
      Emails: [{ Primary: true, Type: 'work', Value: userName }],
      [ENTERPRISE]: { Department: 'Optics', Manager: { Value: 'boss' } },
    });
    expect(answer).toMatchObject({
      status: 201,
      body: {
        schemas: [USER, ENTERPRISE],
        userName,
        active: true,
        emails: [{ primary: true, type: 'work', value: userName }],
        [ENTERPRISE]: { department: 'Optics', manager: { value: 'boss' } },
      },
    });
  });

  it('reads a manager back as an object, in whatever form it sent one', async () => {
    const boss = await createUser(server.scim);
    const forms = [boss.id, { value: boss.id }, { $ref: null, value: boss.id }];
    for (const manager of forms) {
      const user = await createUser(server.scim, { [ENTERPRISE]: { manager } });
      expect(user[ENTERPRISE]).toMatchObject({ manager: { value: boss.id } });
    }
  });

  const users = [
    'add-creates-what-the-filter-describes',
    'disable-with-a-string',
    'emptied-again-with-nulls',
    'emptied-with-empty-strings',
    'keys-that-are-paths',
    'manager-as-a-list',
    'manager-as-a-string',
    'manager-emptied',
    'manager-kept-when-the-filter-names-another',
    'manager-removed-through-a-filter',
    'replace-through-value-paths',
    'restore-with-a-string',
    'role-as-json-text',
    'role-by-primary-as-a-string',
    'value-wrapped-in-a-list',
  ];

  it.each(users)('is understood when it sends %s', async (name) => {
    const { resource, request, result } = recorded(name);
    const { id } = await createUser(server.scim, {
      emails: undefined,
      name: undefined,
      displayName: undefined,
      ...resource,
    });
    const answer = await server.scim.patch(`/Users/${id}`, request);
    const { meta, ...body } = answer.body;
    expect({ status: answer.status, body }).toEqual({ status: 200, body: { ...result, id, groups: [] } });
    expect((await server.scim.get(`/Users/${id}`)).body).toEqual({ ...body, meta });
  });

  it('finds a disabled user, restores them under the same id, and their groups are back', async () => {
    const name = unique('leads');
    await server.rest.post('/scim/settings', { roles_groups: [['Manager', name]] });
    const user = await createUser(server.scim, { externalId: unique('object') });
    await createGroup(server.scim, name, [user]);
    await server.scim.patch(`/Users/${user.id}`, patchOp({ op: 'Replace', path: 'active', value: 'False' }));
    const found = await list('/Users', `externalId eq "${user.externalId}"`);
    expect(found.body.Resources).toMatchObject([{ id: user.id, active: false, meta: { resourceType: 'User' } }]);
    expect(await accessOf(server, user.userName)).toMatchObject({ role: 'DI' });
    await server.scim.patch(`/Users/${user.id}`, patchOp({ op: 'Replace', path: 'active', value: 'True' }));
    expect(await accessOf(server, user.userName)).toMatchObject({ role: 'MA' });
    expect((await server.scim.delete(`/Users/${user.id}`)).status).toBe(204);
    expectScimError(await server.scim.get(`/Users/${user.id}`), 404);
  });

  it.each(['False', 'false', false])('disables a user by the value %j', async (value) => {
    const user = await createUser(server.scim);
    const answer = await server.scim.patch(`/Users/${user.id}`, patchOp({ op: 'replace', path: 'active', value }));
    expect(answer.body.active).toBe(false);
  });

  it('finds users by every attribute that it matches by', async () => {
    const userName = `${unique('match')}@contoso.example`;
    const externalId = unique('objectId');
    const boss = await createUser(server.scim);
    const user = await createUser(server.scim, { userName, externalId, [ENTERPRISE]: { manager: { value: boss.id } } });
    const filters = [
      `userName eq "${userName}"`,
      `UserName EQ "${userName.toUpperCase()}"`,
      `userName eq ${userName}`,
      `externalId eq "${externalId}"`,
      `externalId eq ${externalId}`,
      `emails[type eq "work"].value eq "${userName}"`,
      `emails[type eq "work" and value eq "${userName}"]`,
      `userName eq "${userName}" and active eq true`,
      `userName eq "${userName}" and active eq "True"`,
      `id eq "${user.id}" and ${ENTERPRISE}:manager eq "${boss.id}"`,
      `id eq "${user.id}" and manager eq "${boss.id}"`,
    ];
    for (const filter of filters) {
      const { status, body } = await list('/Users', filter, 'attributes=id&');
      const found = body.Resources?.map(({ id }: { id: string }) => id);
      expect({ filter, status, found }).toEqual({ filter, status: 200, found: [user.id] });
    }
    expect((await list('/Users', `externalId eq "${externalId.toUpperCase()}"`)).body.totalResults).toBe(0);
    expect((await list('/Users', `userName eq "${userName}" and active eq false`)).body.totalResults).toBe(0);
  });

  it('creates a group without members and never reads them', async () => {
    const displayName = unique('Blue Team');
    const answer = await server.scim.post('/Groups', {
      schemas: [GROUP, 'http://schemas.microsoft.com/2006/11/ResourceManagement/ADSCIM/2.0/Group'],
      externalId: 'object-id',
      displayName,
      meta: { resourceType: 'Group' },
    });
    expect(answer).toMatchObject({ status: 201, body: { schemas: [GROUP], externalId: 'object-id', displayName } });
    const read = await server.scim.get(`/Groups/${answer.body.id}?excludedAttributes=members`);
    expect(read.body).not.toHaveProperty('members');
    const found = await list('/Groups', `DisplayName eq "${displayName}"`, 'excludedAttributes=members&');
    expect(found.body.Resources).toEqual([read.body]);
  });

  it('changes members in its own forms and removes none but those it lists', async () => {
    const people = [await createUser(server.scim), await createUser(server.scim), await createUser(server.scim)];
    const [ana, bo, cy] = people.map(({ id }) => id as string);
    const group = await createGroup(server.scim);
    const value = (...ids: (string | undefined)[]) => ids.map((id) => ({ $ref: null, value: id }));
    const steps: [operation: object, members: (string | undefined)[]][] = [
      [{ name: 'addMember', op: 'Add', path: 'members', value: value(ana) }, [ana]],
      [{ op: 'Add', path: 'members', value: value(bo, cy) }, [ana, bo, cy]],
      [{ op: 'Remove', path: 'members', value: value(ana) }, [bo, cy]],
      [{ op: 'Remove', path: 'members', value: value(ana) }, [bo, cy]],
      [{ op: 'Remove', path: 'members', value: [] }, [bo, cy]],
      [{ op: 'Remove', path: 'members', value: value(NOBODY) }, [bo, cy]],
      [{ op: 'remove', path: `members[value eq "${bo}"]` }, [cy]],
      [{ op: 'Add', path: 'members', value: { value: ana } }, [ana, cy]],
      [{ op: 'Remove', path: 'members' }, []],
    ];
    for (const [operation, members] of steps) {
      const answer = await server.scim.patch(`/Groups/${group.id}`, patchOp(operation));
      expect({ status: answer.status, body: answer.body }).toEqual({ status: 204, body: undefined });
      expect({ operation, members: await memberIds(server.scim, group.id) }).toEqual({
        operation,
        members: members.sort(),
      });
    }
  });

  it('checks who is in a group by a filter', async () => {
    const [ana, bo] = [await createUser(server.scim), await createUser(server.scim)];
    const group = await createGroup(server.scim, unique('team'), [ana]);
    const count = async (filter: string) => (await list('/Groups', filter, 'attributes=id&')).body.totalResults;
    expect(await count(`id eq "${group.id}" and members eq "${ana.id}"`)).toBe(1);
    expect(await count(`id eq "${group.id}" and members.value eq "${ana.id}"`)).toBe(1);
    expect(await count(`id eq "${group.id}" and members[value eq "${ana.id}"]`)).toBe(1);
    expect(await count(`id eq "${group.id}" and members eq "${bo.id}"`)).toBe(0);
  });

  it('renames a group and moves its external id', async () => {
    const group = await createGroup(server.scim);
    const displayName = unique('Late shift');
    const rename = { op: 'Replace', path: 'displayName', value: displayName };
    const move = { op: 'Replace', path: 'externalId', value: 'new' };
    expect((await server.scim.patch(`/Groups/${group.id}`, patchOp(rename, move))).status).toBe(204);
    expect((await server.scim.get(`/Groups/${group.id}`)).body).toMatchObject({ displayName, externalId: 'new' });
  });

  it('takes words for time zones and telephone numbers as they are', async () => {
    const odd = { timezone: 'qRz8', locale: 'x-1', phoneNumbers: [{ type: 'mobile', value: 'tel: (0)20/7946' }] };
    expect(await createUser(server.scim, odd)).toMatchObject(odd);
  });

  it('reads pages that it asks for by position', async () => {
    for (let made = 0; made < 6; made++) await createUser(server.scim);
    const pages = [1, 6].map((startIndex) => server.scim.get(`/Users?startIndex=${startIndex}&count=5`));
    const [first, second] = await Promise.all(pages);
    expect(first?.body).toMatchObject({ startIndex: 1, itemsPerPage: 5 });
    expect(second?.body.startIndex).toBe(6);
    const ids = [first, second].flatMap((page) => page?.body.Resources.map(({ id }: { id: string }) => id));
    expect(new Set(ids).size).toBe(ids.length);
  });
});
