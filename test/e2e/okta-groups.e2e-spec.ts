import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { readFileSync } from 'node:fs';
import { expectScimError } from '../support/expect-error.js';
import type { HttpClient } from '../support/http-client.js';
import { asOkta } from '../support/okta-client.js';
import { createGroup, createUser, memberIds, unique } from '../support/people.js';
import { startTestServer, type TestServer } from '../support/test-server.js';

const GROUP = 'urn:ietf:params:scim:schemas:core:2.0:Group';
const patchOp = (...operations: object[]) => ({
  schemas: ['urn:ietf:params:scim:api:messages:2.0:PatchOp'],
  Operations: operations,
});

interface Fixture {
  readonly resource: { readonly id: string; readonly members?: readonly { readonly value: string }[] };
  readonly request: object;
  readonly result?: { readonly displayName: string; readonly members?: readonly { readonly value: string }[] };
  readonly error?: { readonly status: number; readonly scimType: string };
}

function fixture(name: string): string {
  return readFileSync(`${process.cwd()}/test/fixtures/okta/${name}.json`, 'utf8');
}

const IDS = /(?<=(?:"value"|"id"): "|eq \\")[0-9a-f]{8}-[0-9a-f-]{27}/g;

describe('Okta pushes groups', () => {
  let server: TestServer;
  let okta: HttpClient;

  beforeAll(async () => {
    server = await startTestServer();
    okta = asOkta(server.scim);
  });
  afterAll(() => server.close());

  const lookup = (name: string) =>
    okta.get(`/Groups?filter=displayName%20eq%20${encodeURIComponent(`"${name}"`)}&startIndex=1&count=100`);

  it.each(['Blue Team', 'Quote " and \\ slash', 'Ünïcode 漢字', 'and (or) eq "x"'])(
    'links the group "%s" by its name',
    async (stem) => {
      const name = unique(stem);
      expect((await lookup(name.replaceAll('\\', '\\\\').replaceAll('"', '\\"'))).body.totalResults).toBe(0);
      const group = await createGroup(server.scim, name);
      const found = await lookup(name.replaceAll('\\', '\\\\').replaceAll('"', '\\"'));
      expect(found.body).toMatchObject({ totalResults: 1, Resources: [group] });
    },
  );

  it.each([
    ['without members', false],
    ['with members', true],
  ])('creates a group %s', async (_, withMembers) => {
    const user = await createUser(server.scim);
    const displayName = unique('Blue Team');
    const members = withMembers ? [{ value: user.id, display: user.userName }] : [];
    const urn = 'urn:okta:custom:group:1.0';
    const body = { schemas: [GROUP, urn], displayName, members, [urn]: { description: 'x' } };
    const answer = await okta.post('/Groups', body);
    const location = `${server.origin}/scim/v2/Groups/${answer.body.id}`;
    const member = { value: user.id, display: 'Kim Lee', type: 'User', $ref: expect.stringContaining(user.id) };
    expect(answer).toMatchObject({ status: 201, body: { schemas: [GROUP], displayName, meta: { location } } });
    expect(answer.body.members).toEqual(withMembers ? [member] : []);
    expect(answer.headers.get('location')).toBe(location);
    expect((await okta.get(`/Groups/${answer.body.id}`)).body).toEqual(answer.body);
    expectScimError(await okta.post('/Groups', body), 409, 'uniqueness');
  });

  const recorded = [
    'change-members',
    'push-all-members',
    'push-empty-group',
    'push-members-without-path',
    'rename-group-with-its-own-id',
    'rename-group-with-another-id',
  ];

  it.each(recorded)('is understood when it sends %s', async (name) => {
    const text = fixture(name);
    const original = JSON.parse(text) as Fixture;
    const ids = new Map<string, string>();
    for (const [id] of text.matchAll(IDS))
      if (id !== original.resource.id && !ids.has(id)) ids.set(id, (await createUser(server.scim)).id);

    const before = [...(original.resource.members ?? [])].map(({ value }) => ({ id: ids.get(value) ?? '' }));
    const group = await createGroup(server.scim, unique(name), before);
    ids.set(original.resource.id, group.id);
    const displayName = unique('renamed');
    const translated = text.replace(IDS, (id) => ids.get(id) ?? id).replaceAll('Day shift', displayName);
    const { request, result, error } = JSON.parse(translated) as Fixture;
    const answer = await okta.patch(`/Groups/${group.id}`, request);
    const { status, body: said } = answer;
    expect({ status, scimType: said?.scimType }).toEqual({ status: 204, scimType: undefined, ...error });
    const after = error ? before.map(({ id }) => id) : (result?.members ?? []).map(({ value }) => value);
    expect(await memberIds(server.scim, group.id)).toEqual([...after].sort());
    const now = (await okta.get(`/Groups/${group.id}`)).body.displayName;
    expect([group.displayName, displayName, 'Night shift']).toContain(now);
    expect(now === displayName).toBe(name === 'rename-group-with-its-own-id');
  });

  it('replaces a group by PUT, with an id in the body or without', async () => {
    const [ana, bo] = [await createUser(server.scim), await createUser(server.scim)];
    const group = await createGroup(server.scim, unique('put'), [ana]);
    for (const [extra, members] of [
      [{}, [bo]],
      [{ id: group.id }, [ana, bo]],
      [{ id: group.id, meta: group.meta }, []],
    ] as const) {
      const value = members.map(({ id, userName }) => ({ value: id, display: userName }));
      const body = { schemas: [GROUP], displayName: group.displayName, members: value, ...extra };
      const answer = await okta.put(`/Groups/${group.id}`, body);
      expect(answer).toMatchObject({ status: 200, body: { id: group.id, displayName: group.displayName } });
      expect(await memberIds(server.scim, group.id)).toEqual(members.map(({ id }) => id).sort());
    }
  });

  it('changes no membership by a PUT that does not speak of members', async () => {
    const ana = await createUser(server.scim);
    const group = await createGroup(server.scim, unique('silent'), [ana]);
    const displayName = unique('renamed');
    await okta.put(`/Groups/${group.id}`, { schemas: [GROUP], displayName });
    expect(await memberIds(server.scim, group.id)).toEqual([ana.id]);
  });

  it('says which member does not exist yet, and changes nothing', async () => {
    const ana = await createUser(server.scim);
    const group = await createGroup(server.scim, unique('race'), [ana]);
    const missing = '01987a5e-1111-7000-8000-000000000001';
    const displayName = unique('other');
    const value = [{ value: missing, display: 'late@example.org' }];
    const attempts = [
      await okta.patch(`/Groups/${group.id}`, patchOp({ op: 'add', path: 'members', value })),
      await okta.patch(`/Groups/${group.id}`, patchOp({ op: 'replace', path: 'members', value })),
      await okta.patch(`/Groups/${group.id}`, patchOp({ op: 'replace', value: { displayName, members: value } })),
      await okta.put(`/Groups/${group.id}`, { schemas: [GROUP], displayName, members: value }),
      await okta.post('/Groups', { schemas: [GROUP], displayName, members: value }),
    ];
    for (const answer of attempts) {
      expectScimError(answer, 400, 'invalidValue');
      expect(answer.body.detail).toContain(missing);
    }
    expect((await okta.get(`/Groups/${group.id}`)).body).toEqual(group);
    expect((await lookup(displayName)).body.totalResults).toBe(0);
  });

  it('may repeat itself', async () => {
    const [ana, bo] = [await createUser(server.scim), await createUser(server.scim)];
    const group = await createGroup(server.scim, unique('twice'), [ana]);
    const add = { op: 'add', path: 'members', value: [{ value: bo.id }, { value: bo.id }, { value: ana.id }] };
    const remove = { op: 'remove', path: `members[value eq "${ana.id}"]` };
    for (let time = 0; time < 2; time++) {
      expect((await okta.patch(`/Groups/${group.id}`, patchOp(add, remove))).status).toBe(204);
      expect(await memberIds(server.scim, group.id)).toEqual([bo.id]);
    }
  });

  it('deletes a group, once', async () => {
    const user = await createUser(server.scim);
    const group = await createGroup(server.scim, unique('gone'), [user]);
    const answer = await okta.delete(`/Groups/${group.id}`);
    expect({ status: answer.status, body: answer.body }).toEqual({ status: 204, body: undefined });
    expectScimError(await okta.get(`/Groups/${group.id}`), 404);
    expectScimError(await okta.delete(`/Groups/${group.id}`), 404);
    expect((await okta.get(`/Users/${user.id}`)).body.groups).toEqual([]);
  });

  it('pushes thousands of members at once', async () => {
    const people = await Promise.all(Array.from({ length: 120 }, () => createUser(server.scim)));
    const group = await createGroup(server.scim);
    const value = Array.from({ length: 6000 }, (_, at) => ({ value: people[at % 120].id, display: 'x'.repeat(100) }));
    expect((await okta.patch(`/Groups/${group.id}`, patchOp({ op: 'replace', path: 'members', value }))).status).toBe(
      204,
    );
    expect(await memberIds(server.scim, group.id)).toHaveLength(120);
  });
});
