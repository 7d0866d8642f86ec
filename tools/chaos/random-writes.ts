import type { Answer, Client } from '../harness/client.js';
import { pick } from './pick.js';

/** What the writers change: few things, so that they often meet. */
export interface Playground {
  readonly users: readonly string[];
  readonly groups: readonly { readonly id: string; readonly name: string }[];
}

type Write = (client: Client, ground: Playground) => Promise<Answer>;

const ROLES = ['Administrator', 'Manager', 'Reviewer', 'Annotator', 'Not Activated', 'Deactivated'];
const USERS = 40;
const GROUPS = 6;
/** Fewer than the users with a working role, so that somebody always waits for a seat. */
const SEATS = 15;

function some<Item>(items: readonly Item[], share: number): Item[] {
  return items.filter(() => Math.random() < share);
}

const patchOp = (...Operations: object[]) => ({ Operations });

const addMembers: Write = (client, { users, groups }) =>
  client.send('PATCH', `/scim/v2/Groups/${pick(groups).id}`, {
    ...patchOp({ op: 'add', path: 'members', value: some(users, 0.1).map((value) => ({ value })) }),
  });

const removeMember: Write = (client, { users, groups }) =>
  client.send(
    'PATCH',
    `/scim/v2/Groups/${pick(groups).id}`,
    patchOp({ op: 'remove', path: `members[value eq "${pick(users)}"]` }),
  );

const replaceGroup: Write = (client, { users, groups }) => {
  const { id, name } = pick(groups);
  const members = some(users, 0.3).map((value) => ({ value }));
  return client.send('PUT', `/scim/v2/Groups/${id}`, { displayName: name, members });
};

const switchUser: Write = (client, { users }) =>
  client.send(
    'PATCH',
    `/scim/v2/Users/${pick(users)}`,
    patchOp({ op: 'replace', value: { active: Math.random() < 0.7 } }),
  );

const editUser: Write = (client, { users }) =>
  client.send(
    'PATCH',
    `/scim/v2/Users/${pick(users)}`,
    patchOp({ op: 'replace', path: 'title', value: `T${Math.random()}` }),
  );

const createAndDelete: Write = async (client) => {
  const { status, body } = await client.send('POST', '/scim/v2/Users', {
    userName: `${crypto.randomUUID()}@acme.test`,
  });
  return status === 201 ? client.send('DELETE', `/scim/v2/Users/${String(body.id)}`) : { status, body };
};

/** Saves mappings. The brake would stop many of these, so they confirm with the number from the refusal. */
const saveMappings: Write = async (client, { groups }) => {
  const body = {
    roles_groups: some(groups, 0.6).map(({ name }) => [pick(ROLES), name]),
    workspaces_groups: some(groups, 0.5).map(({ name }) => [pick(['North', 'South', 'East']), name]),
  };
  const first = await client.send('POST', '/api/scim/settings', body);
  const { code, affected } = first.body;
  return code === 'confirmation_required'
    ? client.send('POST', `/api/scim/settings?confirm=${String(affected)}`, body)
    : first;
};

const changeSetting: Write = (client) =>
  client.send('PATCH', '/api/organizations/0', {
    default_role: pick(['AN', 'RE', 'NO']),
    manual_role_management: Math.random() < 0.3,
  });

const WRITES: readonly Write[] = [
  ...[addMembers, addMembers, addMembers, removeMember, removeMember, removeMember, replaceGroup],
  ...[switchUser, switchUser, switchUser, editUser, createAndDelete, saveMappings, changeSetting],
];

/** Makes the users and groups that the writers change. */
export async function preparePlayground(client: Client): Promise<Playground> {
  const run = crypto.randomUUID().slice(0, 8);
  const users: string[] = [];
  const groups: { id: string; name: string }[] = [];
  await client.send('PATCH', '/api/organizations/0', { seat_limit: SEATS });
  for (let at = 0; at < USERS; at++) {
    const { body } = await client.send('POST', '/scim/v2/Users', { userName: `${run}-${at}@acme.test` });
    users.push(String(body.id));
  }
  for (let at = 0; at < GROUPS; at++) {
    const name = `${run}-${at}`;
    const { body } = await client.send('POST', '/scim/v2/Groups', { displayName: name });
    groups.push({ id: String(body.id), name });
  }
  return { users, groups };
}

/**
 * Sends one random write. The only right refusal is the brake's, when the number to confirm has changed meanwhile.
 *
 * @returns the status, followed by the answer if it is wrong
 */
export async function writeSomething(client: Client, ground: Playground): Promise<string> {
  const { status, body } = await pick(WRITES)(client, ground);
  const isRight = status < 400 || body.code === 'confirmation_required';
  return isRight ? String(status) : `${status} ${JSON.stringify(body)}`;
}

/** Sends random writes, SCIM and REST, until the server is gone or the time is over. */
export async function keepWritingRandomly(client: Client, ground: Playground, until?: AbortSignal): Promise<void> {
  try {
    while (!until?.aborted) await writeSomething(client, ground);
  } catch (error) {
    if (!(error instanceof TypeError)) throw error;
  }
}
