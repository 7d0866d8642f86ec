import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { expectRestError } from '../support/expect-error.js';
import { createGroup, createUser } from '../support/people.js';
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
