import type { Client } from '../harness/client.js';
import type { Acknowledged } from './acknowledged.js';
import { pick } from './pick.js';

/** The connection to the database may have been lost before or after the commit; the outcome is unknown. */
const UNAVAILABLE = 503;

async function createUser(client: Client, known: Acknowledged): Promise<void> {
  const userName = `chaos-${crypto.randomUUID()}@acme.test`;
  const { status, body } = await client.send('POST', '/scim/v2/Users', { userName });
  if (status === 201) known.users.set(String(body.id), true);
}

async function switchUser(client: Client, known: Acknowledged): Promise<void> {
  const id = pick([...known.users.keys()]);
  if (known.uncertain.has(id)) return;
  known.uncertain.add(id);
  const active = !known.users.get(id);
  const { status } = await client.send('PATCH', `/scim/v2/Users/${id}`, {
    Operations: [{ op: 'replace', value: { active } }],
  });
  if (status === 200) known.users.set(id, active);
  if (status !== UNAVAILABLE) known.uncertain.delete(id);
}

async function changeMember(client: Client, known: Acknowledged): Promise<void> {
  const group = pick([...known.groups.keys()]);
  const user = pick([...known.users.keys()]);
  const pair = `${group} ${user}`;
  if (known.uncertain.has(pair)) return;
  known.uncertain.add(pair);
  const joins = !known.groups.get(group)?.has(user);
  const operation = joins
    ? { op: 'add', path: 'members', value: [{ value: user }] }
    : { op: 'remove', path: `members[value eq "${user}"]` };
  const { status } = await client.send('PATCH', `/scim/v2/Groups/${group}`, { Operations: [operation] });
  if (status === 204) known.groups.get(group)?.[joins ? 'add' : 'delete'](user);
  if (status !== UNAVAILABLE) known.uncertain.delete(pair);
}

/**
 * Sends random writes until the server is gone or the time is over, and records what was acknowledged.
 *
 * @param until is aborted when it is time to stop
 */
export async function keepWriting(client: Client, known: Acknowledged, until?: AbortSignal): Promise<void> {
  try {
    while (!until?.aborted) await pick([createUser, switchUser, changeMember, changeMember])(client, known);
  } catch (error) {
    if (!(error instanceof TypeError)) throw error;
  }
}
