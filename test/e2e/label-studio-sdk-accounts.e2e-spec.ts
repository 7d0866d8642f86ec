import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { expectModel, models } from '../support/label-studio-models.js';
import { LabelStudioSdk, type Params } from '../support/label-studio-sdk.js';
import { unique } from '../support/people.js';
import { OWNER_TOKEN, startTestServer, type TestServer } from '../support/test-server.js';

describe.each(['as sent', 'the other way'] as const)('Accounts through the SDK of LSE, slashes %s', (slashes) => {
  let server: TestServer;
  let sdk: LabelStudioSdk;
  let organization: number;

  beforeAll(async () => {
    server = await startTestServer();
    sdk = new LabelStudioSdk(server.rest, OWNER_TOKEN, slashes);
    organization = (await sdk.get('organizations/')).body[0].id;
  });
  afterAll(() => server.close());

  async function aUser(): Promise<{ readonly id: number; readonly email: string }> {
    const email = `${unique('ana')}@acme.test`;
    const { status, body } = await sdk.post('users/', { email, username: email });
    expect(status).toBe(201);
    return body;
  }

  it('versions.get', async () => {
    const { status, body } = await sdk.get('version/');
    expectModel(body, models.version);
    expect({ status, edition: body.edition }).toEqual({ status: 200, edition: 'Enterprise' });
  });

  describe('users', () => {
    it('whoami', async () => {
      const { status, body } = await sdk.get('current-user/whoami');
      expectModel(body, models.whoAmI);
      expect({ status, email: body.email, role: body.org_membership[0].role }).toEqual({
        status: 200,
        email: 'owner@example.com',
        role: 'OW',
      });
    });

    it('get_current_user and update_current_user', async () => {
      const before = await sdk.get('current-user');
      expectModel(before.body, models.user);
      const after = await sdk.patch('current-user', { first_name: 'Olga', phone: '+49 30 901820' });
      expectModel(after.body, models.user);
      expect([before.status, after.status]).toEqual([200, 200]);
      expect(after.body).toEqual({ ...before.body, first_name: 'Olga', initials: 'oo', phone: '+49 30 901820' });
    });

    it('create, with fields that only LSE has', async () => {
      const email = `${unique('ana')}@acme.test`;
      const others = {
        allow_newsletters: false,
        password: 'not-kept-anywhere',
        custom_hotkeys: {},
        active_organization: 1,
      };
      const names = { first_name: 'Ana', last_name: 'Ito', phone: '+81 3 1' };
      const { status, body } = await sdk.post('users/', { email, username: 'ana', ...names, ...others });
      expectModel(body, models.user);
      expect(status).toBe(201);
      expect(body).toMatchObject({ email, ...names });
    });

    it('list, an array; with an ordering, which is taken', async () => {
      const { id } = await aUser();
      for (const params of [{}, { ordering: '-id' }]) {
        const { status, body } = await sdk.get('users/', params);
        expectModel(body, models.users);
        expect(status).toBe(200);
        expect(body).toContainEqual(expect.objectContaining({ id }));
      }
    });

    it('get, update and delete', async () => {
      const { id, email } = await aUser();
      const path = `users/${id}/`;
      expectModel((await sdk.get(path)).body, models.user);
      const changes = { first_name: 'Una', username: email, allow_newsletters: true, email_notification_settings: {} };
      const changed = await sdk.patch(path, changes);
      expectModel(changed.body, models.user);
      expect(changed).toMatchObject({ status: 200, body: { id, email, first_name: 'Una' } });
      expect((await sdk.delete(path)).status).toBe(204);
      expect((await sdk.get(path)).status).toBe(404);
    });
  });

  describe('organizations', () => {
    it('list, an array', async () => {
      const { status, body } = await sdk.get('organizations/', { ordering: 'id' });
      expectModel(body, models.organizations);
      expect({ status, length: body.length }).toEqual({ status: 200, length: 1 });
    });

    it.each(['own id', '0'])('get, by %s', async (id) => {
      const { status, body } = await sdk.get(`organizations/${id === '0' ? 0 : organization}`);
      expectModel(body, models.organization);
      expect({ status, id: body.id }).toEqual({ status: 200, id: organization });
    });

    it('update, with fields that only LSE has', async () => {
      const changes = { title: 'Acme Labs', contact_info: 'it@acme.test', embed_enabled: false, token: 'x' };
      const { status, body } = await sdk.patch(`organizations/${organization}`, changes);
      expectModel(body, models.organization);
      expect({ status, title: body.title }).toEqual({ status: 200, title: 'Acme Labs' });
    });

    it('update_default_role, whose answer names the organization by itself', async () => {
      const change = { default_role: 'AN', organization };
      const { status, body } = await sdk.patch(`organizations/${organization}/set-default-role`, change);
      expectModel(body, models.defaultRole);
      expect(status).toBe(200);
      expect(body).toMatchObject(change);
    });

    it('billing.info', async () => {
      const { status, body } = await sdk.get('billing/info');
      expectModel(body, models.billing);
      expect(status).toBe(200);
    });
  });

  describe('organizations.members', () => {
    const path = () => `organizations/${organization}/memberships`;

    it.each([
      ['no parameter', {}],
      ['a page size', { page_size: 1 }],
      ['a page size that no page has', { page_size: 10_000_000 }],
      ['filters', { role: 'AN,RE,MA,AD,OW', ordering: '-id', user_type: 'standard', is_deleted: false }],
    ])('list, with %s: the pager ends at an empty page', async (_, params: Params) => {
      await aUser();
      const total: number = (await sdk.get('users/')).body.length;
      const { items, requests } = await sdk.pages(path(), params);
      expectModel(items, models.organizationMembers);
      expect(new Set(items.map(({ user }) => user.id)).size).toBe(total);
      expect(requests).toBe(params.page_size === 1 ? total + 1 : 2);
    });

    it('list, from past the end: an empty page', async () => {
      const { status, body } = await sdk.get(path(), { page: 1_000_000 });
      expectModel(body, models.organizationMemberPage);
      expect({ status, results: body.results, next: body.next }).toEqual({ status: 200, results: [], next: null });
    });

    it('list, with a search', async () => {
      const { id, email } = await aUser();
      const { items } = await sdk.pages(path(), { search: email.toUpperCase() });
      expect(items.map(({ user }) => user.id)).toEqual([id]);
    });

    it.each([
      ['tags', '1,2'],
      ['user__last_activity__lte', '2020-01-01'],
      ['user_type', 'view_only'],
      ['is_deleted', true],
    ])('list, never of everybody for a filter by %s=%s', async (filter, value) => {
      const { status, body } = await sdk.get(path(), { [filter]: value });
      expect({ status, fields: Object.keys(body.validation_errors) }).toEqual({ status: 400, fields: [filter] });
    });

    it('update, whose answer is an item of the list', async () => {
      const { id } = await aUser();
      const { status, body } = await sdk.patch(path(), { user_id: id, role: 'RE', user_type: 'standard' });
      expectModel(body, models.organizationMember);
      expect(status).toBe(200);
      expect(body).toMatchObject({ organization, role: 'RE', role_source: 'manual', user: { id } });
    });

    it('get and delete', async () => {
      const { id } = await aUser();
      const own = `${path()}/${id}/`;
      const { status, body } = await sdk.get(own, { contributed_to_projects: true });
      expect({ status, organization: body.organization }).toEqual({ status: 200, organization });
      expect((await sdk.delete(own)).status).toBe(204);
      expect((await sdk.get(own)).status).toBe(404);
    });
  });
});
