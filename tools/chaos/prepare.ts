import type { Client } from '../harness/client.js';
import type { Acknowledged } from './acknowledged.js';

const ROLES = ['Manager', 'Reviewer', 'Annotator'];

/** Makes a user and mapped groups for the writers to change. */
export async function prepare(client: Client, known: Acknowledged): Promise<void> {
  const { body: user } = await client.send('POST', '/scim/v2/Users', { userName: `${crypto.randomUUID()}@acme.test` });
  known.users.set(String(user.id), true);
  for (const role of ROLES) {
    const name = `chaos ${role} ${crypto.randomUUID()}`;
    const settings = (await client.send('GET', '/api/scim/settings')).body as { roles_groups: unknown[] };
    await client.send('POST', '/api/scim/settings', { roles_groups: [...settings.roles_groups, [role, name]] });
    const { body: group } = await client.send('POST', '/scim/v2/Groups', { displayName: name });
    known.groups.set(String(group.id), new Set());
  }
}
