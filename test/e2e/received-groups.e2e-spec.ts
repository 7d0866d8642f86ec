import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { expectRestError } from '../support/expect-error.js';
import { createGroup, createUser, unique } from '../support/people.js';
import { numberOf } from '../support/containers.js';
import { createPerson, createTenant } from '../support/tenants.js';
import { startTestServer, type TestServer } from '../support/test-server.js';

describe('Groups as received', () => {
  let server: TestServer;
  let reviewers: { id: string };

  beforeAll(async () => {
    server = await startTestServer();
    const people = [await createUser(server.scim), await createUser(server.scim)];
    reviewers = await createGroup(server.scim, 'acme-Reviewers', people);
    await server.scim.post('/Groups', { displayName: 'acme-unmapped', externalId: '00gUNMAPPED' });
    await server.rest.post('/scim/settings', {
      roles_groups: [
        ['Reviewer', 'ACME-reviewers'],
        ['Manager', 'Leads 100%'],
      ],
    });
  });
  afterAll(() => server.close());

  const list = async (query = '') => (await server.rest.get(`/scim/groups${query}`)).body;
  const names = async (query: string): Promise<string[]> =>
    (await list(query)).results.map(({ display_name }: { display_name: string }) => display_name);

  it('say how many members they have, whether a mapping names them and when they were pushed', async () => {
    const pushed = expect.stringMatching(/^\d{4}-\d\d-\d\dT[\d:.]+Z$/);
    const group = {
      id: expect.any(Number),
      external_id: null,
      placeholder: false,
      mapped: true,
      last_pushed_at: pushed,
    };
    const { id: placeholder } = (await server.scim.get('/Groups?filter=displayName%20sw%20"Leads"')).body.Resources[0];
    const { Resources } = (await server.scim.get('/Groups?filter=displayName%20ew%20"unmapped"')).body;
    expect(await list()).toEqual({
      count: 3,
      next: null,
      previous: null,
      results: [
        { ...group, scim_id: reviewers.id, display_name: 'acme-Reviewers', member_count: 2 },
        {
          ...group,
          scim_id: Resources[0].id,
          display_name: 'acme-unmapped',
          external_id: '00gUNMAPPED',
          mapped: false,
          member_count: 0,
        },
        {
          ...group,
          scim_id: placeholder,
          display_name: 'Leads 100%',
          placeholder: true,
          last_pushed_at: null,
          member_count: 0,
        },
      ],
    });
  });

  it.each([
    ['?search=REVIEW', ['acme-Reviewers']],
    ['?search=acme', ['acme-Reviewers', 'acme-unmapped']],
    ['?search=00gunm', ['acme-unmapped']],
    ['?search=100%25', ['Leads 100%']],
    ['?search=a%25s', []],
    ['?search=a_me', []],
    ['?search=', ['acme-Reviewers', 'acme-unmapped', 'Leads 100%']],
    ['?mapped=true', ['acme-Reviewers', 'Leads 100%']],
    ['?mapped=false', ['acme-unmapped']],
    ['?mapped=false&search=leads', []],
    ['?page_size=1&page=2', ['acme-unmapped']],
    ['?page=9', []],
  ])('are found by %s', async (query, expected) => {
    expect(await names(query)).toEqual(expected);
  });

  it('come in pages whose links keep the search', async () => {
    const { count, next } = await list('?search=acme&page_size=1');
    expect({ count, next }).toEqual({
      count: 2,
      next: `${server.origin}/api/scim/groups?search=acme&page_size=1&page=2`,
    });
  });

  it.each([
    ['a word that is neither true nor false', '?mapped=yes', ['mapped']],
    ['a page before the first', '?page=0', ['page']],
    ['two searches at once', '?search=a&search=b', ['search']],
    ['a search of more than 256 characters', `?search=${'a'.repeat(257)}`, ['search']],
  ])('refuse %s', async (_, query, fields) => {
    expectRestError(await server.rest.get(`/scim/groups${query}`), 400, fields);
  });

  it('are for the Owner and Administrators, each of their own organization', async () => {
    const manager = await createPerson(server, 'MA');
    expectRestError(await manager.rest.get('/scim/groups'), 403);
    const administrator = await createPerson(server, 'AD');
    expect((await administrator.rest.get('/scim/groups/')).body.count).toBe(3);
    const other = await createTenant(server, 'owner@other.test');
    expect((await other.rest.get('/scim/groups')).body).toMatchObject({ count: 0, results: [] });
  });
});

describe('A group as received', () => {
  let server: TestServer;

  beforeAll(async () => {
    server = await startTestServer();
  });
  afterAll(() => server.close());

  /** Pushes a group. @returns its number in REST, and its SCIM id */
  async function push(members: readonly { readonly id: string }[], externalId?: string) {
    const { id: scimId, displayName } = await createGroup(server.scim, unique('squad'), members);
    if (externalId !== undefined)
      await server.scim.patch(`/Groups/${scimId}`, { Operations: [{ op: 'add', value: { externalId } }] });

    const { results } = (await server.rest.get(`/scim/groups?search=${displayName}`)).body;
    return { ...results[0], id: results[0].id as number };
  }

  const membersOf = async (id: number, query = '') =>
    (await server.rest.get(`/scim/groups/${id}/members${query}`)).body;
  const named = (body: { results: { username: string }[] }) => body.results.map(({ username }) => username);

  it('is the same alone as in the list', async () => {
    const group = await push([await createUser(server.scim)], '00gSQUAD');
    expect(group).toMatchObject({ external_id: '00gSQUAD', member_count: 1, mapped: false, placeholder: false });
    expect((await server.rest.get(`/scim/groups/${group.id}`)).body).toEqual(group);
  });

  it('has its members, the inactive ones too, in the order of their ids', async () => {
    const ana = await createUser(server.scim, { name: { givenName: 'Ana', familyName: 'Diaz' } });
    const bot = await createUser(server.scim, { userName: unique('robot'), emails: [], name: {}, active: false });
    const { id } = await push([bot, ana]);
    expect(await membersOf(id)).toEqual({
      count: 2,
      next: null,
      previous: null,
      results: [
        {
          id: await numberOf(server, ana.id),
          scim_id: ana.id,
          email: ana.userName,
          username: ana.userName,
          first_name: 'Ana',
          last_name: 'Diaz',
          active: true,
        },
        {
          id: await numberOf(server, bot.id),
          scim_id: bot.id,
          email: null,
          username: bot.userName,
          first_name: '',
          last_name: '',
          active: false,
        },
      ],
    });
  });

  describe('with members', () => {
    let id: number;
    const people = [
      { userName: 'one@squad.test', name: { givenName: 'Ümit', familyName: 'Kaya' }, emails: [{ value: 'uk@x.test' }] },
      { userName: 'two_100%@squad.test', name: { givenName: 'Kim', familyName: 'Ode' } },
      { userName: 'three@squad.test', name: { givenName: 'Lee', familyName: 'Kaya' } },
    ];
    const [one, two, three] = people.map(({ userName }) => userName);

    beforeAll(async () => {
      const members = [];
      for (const person of people) members.push(await createUser(server.scim, person));
      await createUser(server.scim, { userName: 'outside@squad.test', name: { familyName: 'Kaya' } });
      ({ id } = await push(members));
    });

    it.each([
      ['', 3, [one, two, three]],
      ['search=', 3, [one, two, three]],
      ['search=KAYA', 2, [one, three]],
      ['search=%C3%9CMIT', 1, [one]],
      ['search=UK@x', 1, [one]],
      ['search=TWO_', 1, [two]],
      ['search=100%25', 1, [two]],
      ['search=s%25d', 0, []],
      ['page_size=2', 3, [one, two]],
      ['page_size=2&page=2', 3, [three]],
      ['search=kaya&page_size=1&page=2', 2, [three]],
      ['page=9', 3, []],
    ])('finds by "%s" %i, and shows %j', async (query, count, expected) => {
      const body = await membersOf(id, `?${query}`);
      expect({ count: body.count, names: named(body) }).toEqual({ count, names: expected });
    });

    it.each([
      ['page=0', 'page'],
      ['page_size=0', 'page_size'],
      [`search=${'a'.repeat(257)}`, 'search'],
    ])('refuses %s', async (query, field) => {
      expectRestError(await server.rest.get(`/scim/groups/${id}/members?${query}`), 400, [field]);
    });
  });

  it.each(['/scim/groups/999999', '/scim/groups/999999/members', '/scim/groups/squad'])(
    'is not at %s',
    async (path) => {
      expectRestError(await server.rest.get(path), 404);
    },
  );
});

describe('The groups of a user', () => {
  let server: TestServer;

  beforeAll(async () => {
    server = await startTestServer();
  });
  afterAll(() => server.close());

  it('come by name without regard to case, with whether a mapping names them', async () => {
    const user = await createUser(server.scim);
    const zebra = await createGroup(server.scim, 'Zebra', [user]);
    const alpha = await createGroup(server.scim, 'alpha', [user]);
    await createGroup(server.scim, 'Of others', [await createUser(server.scim)]);
    await server.rest.post('/scim/settings', { roles_groups: [['Reviewer', 'Zebra']] });
    const id = await numberOf(server, user.id);
    const group = { id: expect.any(Number), external_id: null };
    expect((await server.rest.get(`/users/${id}/groups`)).body).toEqual([
      { ...group, scim_id: alpha.id, display_name: 'alpha', mapped: false },
      { ...group, scim_id: zebra.id, display_name: 'Zebra', mapped: true },
    ]);
  });

  it('are none for somebody without, and nobody’s for who is none', async () => {
    const { id } = await createUser(server.scim);
    const number = await numberOf(server, id);
    expect((await server.rest.get(`/users/${number}/groups`)).body).toEqual([]);
    await server.scim.delete(`/Users/${id}`);
    expectRestError(await server.rest.get(`/users/${number}/groups`), 404);
    expectRestError(await server.rest.get('/users/999999/groups'), 404);
  });
});
