import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { startTestServer, type TestServer } from '../support/test-server.js';

describe('From a push to a role', () => {
  let server: TestServer;

  beforeAll(async () => {
    server = await startTestServer();
  });
  afterAll(() => server.close());

  it('gives the member of a pushed group the role that the group is mapped to', async () => {
    const { scim, rest } = server;
    await rest.post('/scim/settings', { roles_groups: [['Reviewer', 'acme-qa']] });
    const user = await scim.post('/Users', { userName: 'ana@acme.test' });
    expect(user.status).toBe(201);
    const group = await scim.post('/Groups', { displayName: 'acme-qa', members: [{ value: user.body.id }] });
    expect(group.status).toBe(201);
    const [{ id }] = (await rest.get('/users/?email=ana@acme.test')).body;
    const access = await rest.get(`/users/${id}/access`);
    expect(access.body).toMatchObject({
      role: 'RE',
      role_source: 'scim',
      role_grants: [{ kind: 'mapping', group: 'acme-qa', role: 'RE' }],
    });
  });
});
