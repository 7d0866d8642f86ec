import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { expectScimError } from '../support/expect-error.js';
import type { Answer } from '../support/http-client.js';
import { patchOp } from '../support/patching.js';
import { accessOf, aGroup, createGroup, createUser, memberIds, unique } from '../support/people.js';
import { startTestServer, type TestServer } from '../support/test-server.js';

const BULK = 'urn:ietf:params:scim:api:messages:2.0:BulkRequest';

type Send = (members: unknown) => Promise<Answer>;

/**
 * A list of a group's members must name users. An entry that names nobody must never count as "nobody": everybody in
 * the group would lose what it gives.
 */
describe('Entries of members', () => {
  let server: TestServer;
  let group: { id: string; displayName: string };
  let people: { id: string; userName: string }[];
  let before: unknown;

  /** The group now, and the access of those who should be in it. */
  const state = async () => ({
    group: (await server.scim.get(`/Groups/${group.id}`)).body,
    access: await Promise.all(people.map(({ userName }) => accessOf(server, userName))),
  });

  /** Users whose role comes from a group; tests can share it as long as everything is refused. */
  const pushReviewers = async () => {
    const name = unique('reviewers');
    await server.rest.post('/scim/settings', { roles_groups: [['Reviewer', name]] });
    people = [await createUser(server.scim), await createUser(server.scim)];
    group = await createGroup(server.scim, name, people);
    before = await state();
  };
  beforeAll(async () => {
    server = await startTestServer();
    await pushReviewers();
  });
  afterAll(() => server.close());

  const bulk = async (method: string, path: string, data: object): Promise<Answer> => {
    const answer = await server.scim.post('/Bulk', { schemas: [BULK], Operations: [{ method, path, data }] });
    expect(answer.status).toBe(200);
    const [{ status, response }] = answer.body.Operations;
    return { status: Number(status), headers: answer.headers, body: response };
  };
  const body = (members: unknown) => aGroup({ displayName: group.displayName, members });
  const patch = (operation: object) => server.scim.patch(`/Groups/${group.id}`, patchOp(operation));

  const writes: Record<string, Send> = {
    PUT: (members) => server.scim.put(`/Groups/${group.id}`, body(members)),
    'PATCH replace': (value) => patch({ op: 'replace', path: 'members', value }),
    'PATCH replace without a path': (members) => patch({ op: 'replace', value: { members } }),
    'PATCH replace with a URN for a path': (members) =>
      patch({ op: 'replace', path: 'urn:ietf:params:scim:schemas:core:2.0:Group', value: { members } }),
    'PATCH add': (value) => patch({ op: 'add', path: 'members', value }),
    'PATCH add without a path': (members) => patch({ op: 'add', value: { members } }),
    'PATCH remove': (value) => patch({ op: 'remove', path: 'members', value }),
    'PUT in bulk': (members) => bulk('PUT', `/Groups/${group.id}`, body(members)),
    'PATCH in bulk': (value) =>
      bulk('PATCH', `/Groups/${group.id}`, patchOp({ op: 'replace', path: 'members', value }) as object),
  };

  const nobody: [entry: string, value: unknown][] = [
    ['an empty value', { value: '' }],
    ['a value of null', { value: null }],
    ['a value of blanks', { value: ' ' }],
    ['an empty object', {}],
    ['null', null],
    ['an empty text', ''],
    ['an empty list', []],
    ['an unknown attribute', { name: 'x' }],
    ['a display name only', { display: 'Ana' }],
    ['JSON that names nobody', '{"value":""}'],
    ['JSON of another shape', '["x"]'],
    ['broken JSON', '{"value":"'],
  ];

  describe.each(Object.keys(writes))('by %s', (how) => {
    const send: Send = (members) => (writes[how] as Send)(members);

    const expectRefused = async (members: unknown) => {
      const answer = await send(members);
      if (how.endsWith('bulk')) expect([answer.status, answer.body.scimType]).toEqual([400, 'invalidValue']);
      else expectScimError(answer, 400, 'invalidValue');

      expect(answer.body.detail).toMatch(/members/);
      expect(await state()).toEqual(before);
    };

    it.each(nobody)('are refused when one is %s, alone or among others', async (_, entry) => {
      await expectRefused([entry]);
      await expectRefused([{ value: people[0]?.id }, entry]);
    });

    it.each([
      ['an empty text', ''],
      ['an empty object', {}],
      ['an empty list in text', '[]'],
      ['JSON that names nobody', '[{"value":""}]'],
      ['false', false],
      ['a number', 0],
    ])('are refused when the list is %s', async (_, members) => {
      await expectRefused(members);
    });

    it('are read out of JSON text', async () => {
      await pushReviewers();
      const ids = people.map(({ id }) => id).sort();
      expect((await send(JSON.stringify(people.map(({ id }) => ({ value: id }))))).status).toBeLessThan(300);
      expect(await memberIds(server.scim, group.id)).toEqual(how === 'PATCH remove' ? [] : ids);
      await pushReviewers();
    });
  });

  it.each(nobody)('are refused by POST when one is %s', async (_, entry) => {
    const displayName = unique('team');
    for (const members of [[entry], [{ value: people[0]?.id }, entry]])
      expectScimError(await server.scim.post('/Groups', aGroup({ displayName, members })), 400, 'invalidValue');

    const found = await server.scim.get(`/Groups?filter=${encodeURIComponent(`displayName eq "${displayName}"`)}`);
    expect(found.body.totalResults).toBe(0);
  });

  it.each(['replace', 'add', 'remove'])(
    'are refused by PATCH %s when there is null in place of the list',
    async (op) => {
      expectScimError(await patch({ op, path: 'members', value: null }), 400, 'invalidValue');
      expect(await state()).toEqual(before);
    },
  );

  it.each([
    ['values', [{ value: 'x' }]],
    ['val', { value: 'x' }],
  ])('are not all removed by an operation that calls its value "%s"', async (name, value) => {
    expectScimError(await patch({ op: 'remove', path: 'members', [name]: value }), 400, 'invalidSyntax');
    expect(await state()).toEqual(before);
  });

  describe('that are none on purpose', () => {
    beforeEach(pushReviewers);

    it.each([
      ['PUT of an empty list', () => writes.PUT?.([])],
      ['PATCH replace with an empty list', () => writes['PATCH replace']?.([])],
      ['PATCH replace without a path', () => writes['PATCH replace without a path']?.([])],
      ['PATCH remove without a value', () => patch({ op: 'remove', path: 'members' })],
      [
        'PATCH remove with a member of the message that says nothing',
        () => patch({ op: 'remove', path: 'members', name: 'removeMember' }),
      ],
    ])('empty the group by %s', async (_, send) => {
      expect((await send())?.status).toBeLessThan(300);
      expect(await memberIds(server.scim, group.id)).toEqual([]);
      expect((await accessOf(server, people[0]?.userName ?? '')).role).toBe('DI');
    });

    it('leave everybody where they are in a PUT with null, as in one without members', async () => {
      expect((await writes.PUT?.(null))?.status).toBe(200);
      expect(await state()).toMatchObject({ access: (before as { access: unknown }).access });
      expect(await memberIds(server.scim, group.id)).toEqual(people.map(({ id }) => id).sort());
    });
  });

  describe('that are groups', () => {
    beforeAll(pushReviewers);

    it.each<[how: string, entry: (id: string) => unknown]>([
      ['with type and reference', (value) => ({ value, type: 'Group', $ref: `../Groups/${value}` })],
      ['by id alone', (value) => ({ value })],
      ['with a type in another case', (value) => ({ value, type: 'group' })],
    ])('are refused with advice that can be followed: %s', async (_, entry) => {
      const { id } = await createGroup(server.scim);
      const adds = [
        await server.scim.post('/Groups', aGroup({ members: [entry(id)] })),
        await server.scim.put(`/Groups/${group.id}`, body([{ value: people[0]?.id }, entry(id)])),
        await patch({ op: 'add', path: 'members', value: [entry(id)] }),
      ];
      for (const answer of adds) {
        expectScimError(answer, 400, 'invalidValue');
        expect(answer.body.detail).toMatch(/nested groups are not supported/i);
        expect(answer.body.detail).toContain(id);
        expect(answer.body.detail).not.toMatch(/provision them first/);
      }
      expect(await state()).toEqual(before);
    });

    it('are refused beside a user of that id, since the two contradict each other', async () => {
      const stranger = await createUser(server.scim);
      const value = [{ value: stranger.id, type: 'Group' }];
      expectScimError(await patch({ op: 'add', path: 'members', value }), 400, 'invalidValue');
      expect(await state()).toEqual(before);
    });

    it('need no removing', async () => {
      const { id } = await createGroup(server.scim);
      expect((await patch({ op: 'remove', path: 'members', value: [{ value: id, type: 'Group' }] })).status).toBe(204);
      expect(await state()).toMatchObject({ access: (before as { access: unknown }).access });
    });

    it('are offered by no schema', async () => {
      const { body: schema } = await server.scim.get('/Schemas/urn:ietf:params:scim:schemas:core:2.0:Group');
      const members = schema.attributes.find(({ name }: { name: string }) => name === 'members');
      const sub = (wanted: string) => members.subAttributes.find(({ name }: { name: string }) => name === wanted);
      expect(sub('type').canonicalValues).toEqual(['User']);
      expect(sub('$ref').referenceTypes).toEqual(['User']);
    });
  });
});
