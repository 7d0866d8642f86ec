import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { expectRestError } from '../support/expect-error.js';
import { expectModel, models } from '../support/label-studio-models.js';
import { LabelStudioSdk } from '../support/label-studio-sdk.js';
import { OWNER_TOKEN, startTestServer, type TestServer } from '../support/test-server.js';

describe.each(['as sent', 'the other way'] as const)('SCIM settings through the SDK of LSE, slashes %s', (slashes) => {
  let server: TestServer;
  let sdk: LabelStudioSdk;
  let project: number;

  beforeAll(async () => {
    server = await startTestServer();
    sdk = new LabelStudioSdk(server.rest, OWNER_TOKEN, slashes);
    project = (await sdk.post('projects/', { title: 'Chest X-ray' })).body.id;
  });
  afterAll(() => server.close());

  it('sso.scim.get, before anything is mapped', async () => {
    const { status, body } = await sdk.get('scim/settings');
    expectModel(body, models.scimSettings);
    expect({ status, body }).toEqual({
      status: 200,
      body: { roles_groups: [], workspaces_groups: [], projects_groups: [] },
    });
  });

  it('sso.scim.update, of the lists that it is given; the answer has all three', async () => {
    const whole = {
      roles_groups: [['Manager', 'acme-leads']],
      workspaces_groups: [['Default workspace', 'groups_test']],
      projects_groups: [{ group: 'groups_test', project_id: project, role: 'Inherit' }],
    };
    const first = await sdk.post('scim/settings', whole);
    expectModel(first.body, models.scimSettings);
    expect(first).toMatchObject({ status: 201, body: whole });
    const roles_groups = [['Administrator', 'groups_test']];
    for (const part of [{ roles_groups }, { roles_groups: null }, { user_type_groups: [] }]) {
      const { status, body } = await sdk.post('scim/settings', part);
      expect({ status, body }).toEqual({ status: 201, body: { ...whole, roles_groups } });
    }
    expect((await sdk.get('scim/settings')).body).toEqual({ ...whole, roles_groups });
  });

  it.each([
    ['a role that cannot be mapped', { roles_groups: [['Owner', 'acme']] }, 'roles_groups'],
    ['an empty group', { roles_groups: [['Manager', '']] }, 'roles_groups'],
    [
      'a project that does not exist',
      { projects_groups: [{ group: 'a', project_id: 999, role: 'Inherit' }] },
      'projects_groups',
    ],
  ])('sso.scim.update is refused for %s at once, not tried again', async (_, body, field) => {
    expectRestError(await sdk.post('scim/settings', body), 400, [field]);
  });

  it('activity_logs.list, an object with all that was done', async () => {
    for (const params of [{}, { method: 'POST', page: 1, page_size: -1, ordering: '-datetime' }]) {
      const { status, body } = await sdk.get('activity-logs/', params);
      expectModel(body, models.activity);
      expect(status).toBe(200);
      expect(body.data.map((entry: { request_method: string }) => entry.request_method)).toContain('POST');
    }
    const filters = {
      user: 1,
      project,
      start_date: '2020-01-01',
      end_date: '2040-01-01',
      search: 'Project',
      page_size: 5,
    };
    expectModel((await sdk.get('activity-logs/', filters)).body, models.activity);
  });

  it.each(['saml/settings', 'jwt/settings', 'invite', 'current-user/token', 'organizations/1/permissions'])(
    'says in the form that the SDK reads that there is no %s here',
    async (path) => {
      expectRestError(await sdk.get(path), 404);
    },
  );
});
