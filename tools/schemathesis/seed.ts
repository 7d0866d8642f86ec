import { Client } from '../harness/client.js';

/** Makes something for every id that the examples of the document name, and a group that gives a role. */
export async function seed(origin: string, token: string): Promise<void> {
  const client = new Client(origin, token);
  const post = (path: string, body: object) => client.ask('POST', path, body);
  for (const n of [2, 3, 4, 5, 6, 7]) await post('/api/users', { email: `person-${n}@acme.test` });
  for (const n of [1, 2, 3]) await post('/api/workspaces', { title: `Workspace ${n}` });
  for (const n of [1, 2, 3, 4, 5, 6, 7]) await post('/api/projects', { title: `Project ${n}`, workspace: 1 });
  const { id } = await post('/scim/v2/Users', { userName: 'pushed@acme.test' });
  await post('/scim/v2/Groups', { displayName: 'acme-pushed', members: [{ value: id }] });
  await post('/api/scim/settings', { roles_groups: [['Reviewer', 'acme-pushed']] });
}
