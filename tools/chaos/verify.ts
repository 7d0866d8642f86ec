import type { Client } from '../harness/client.js';
import type { Acknowledged } from './acknowledged.js';

interface Access {
  readonly role: string;
  readonly reason: string | null;
  readonly role_grants: readonly { readonly group?: string; readonly role: string }[];
}

async function verifyUsers(client: Client, known: Acknowledged): Promise<string[]> {
  const lost: string[] = [];
  for (const [id, active] of known.users) {
    const { status, body } = await client.send('GET', `/scim/v2/Users/${id}`);
    if (status !== 200) lost.push(`user ${id} answers ${status}`);
    else if (!known.uncertain.has(id) && body.active !== active)
      lost.push(`user ${id} is not ${active ? '' : 'in'}active`);
  }
  return lost;
}

async function verifyGroups(client: Client, known: Acknowledged): Promise<string[]> {
  const lost: string[] = [];
  for (const [id, members] of known.groups) {
    const { body } = await client.send('GET', `/scim/v2/Groups/${id}`);
    const found = new Set((body.members as { value: string }[] | undefined)?.map(({ value }) => value));
    for (const user of known.users.keys()) {
      const isCertain = !known.uncertain.has(`${id} ${user}`);
      if (isCertain && found.has(user) !== members.has(user)) lost.push(`membership of ${user} in ${id}`);
    }
  }
  return lost;
}

/** Checks that roles follow from what is stored, also where either of two states may be stored. */
async function verifyRoles(client: Client): Promise<string[]> {
  const { body } = await client.send('GET', '/api/users/');
  const wrong: string[] = [];
  for (const { id } of body as unknown as { id: number }[]) {
    const access = (await client.send('GET', `/api/users/${id}/access`)).body as unknown as Access;
    const expected = access.role_grants[0]?.role;
    const isElsewhere = access.role === 'OW' || access.reason === 'deactivated' || access.reason === 'waiting_for_seat';
    if (isElsewhere) continue;
    if (expected !== undefined && access.role !== expected) wrong.push(`user ${id} is ${access.role}, not ${expected}`);
  }
  return wrong;
}

/** Checks that what is stored is what the rules give; the server itself compares everybody. */
async function verifyDrift(client: Client): Promise<string[]> {
  const { body } = await client.send('POST', '/api/provisioning/reconcile?dry_run=true');
  return body.drift === 0 ? [] : [`drift: ${JSON.stringify(body)}`];
}

/** Describes everything that was acknowledged and is not so; empty if all is well. */
export async function findLosses(client: Client, known: Acknowledged): Promise<string[]> {
  return [
    ...(await verifyUsers(client, known)),
    ...(await verifyGroups(client, known)),
    ...(await verifyRoles(client)),
    ...(await verifyDrift(client)),
  ];
}
