import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { Acknowledged } from './acknowledged.js';
import { Client, writeUntilDeath } from './load.js';
import { preparePlayground, writeRandomlyUntilDeath } from './random-writes.js';
import { ServerProcess } from '../test/support/server-process.js';
import { findLosses } from './verify.js';

const ROUNDS = Number(process.env.CHAOS_ROUNDS ?? 3);
const WRITERS = 8;
const TOKEN = 'the-owners-token-in-chaos';

/** A database of its own unless `DATABASE_URL` names one; an organization that exists there must know the token. */
const directory = mkdtempSync(join(tmpdir(), 'rolecall-chaos-'));
const settings = {
  OWNER_TOKEN: TOKEN,
  LOG_LEVEL: 'info',
  ...(process.env.DATABASE_URL ? {} : { DATA_DIR: join(directory, 'data') }),
};

async function prepare(client: Client, known: Acknowledged): Promise<void> {
  const { body: user } = await client.send('POST', '/scim/v2/Users', { userName: `${crypto.randomUUID()}@acme.test` });
  known.users.set(String(user.id), true);
  for (const role of ['Manager', 'Reviewer', 'Annotator']) {
    const name = `chaos ${role} ${crypto.randomUUID()}`;
    const settings = (await client.send('GET', '/api/scim/settings')).body as { roles_groups: unknown[] };
    await client.send('POST', '/api/scim/settings', { roles_groups: [...settings.roles_groups, [role, name]] });
    const { body: group } = await client.send('POST', '/scim/v2/Groups', { displayName: name });
    known.groups.set(String(group.id), new Set());
  }
}

async function round(number: number, known: Acknowledged): Promise<string[]> {
  const server = await ServerProcess.start(settings);
  const client = new Client(server.origin, TOKEN);
  if (number === 1) await prepare(client, known);
  const ground = await preparePlayground(client);
  const writers = [
    ...Array.from({ length: WRITERS }, () => writeUntilDeath(client, known)),
    ...Array.from({ length: WRITERS }, () => writeRandomlyUntilDeath(client, ground)),
  ];
  await delay(1000 + Math.random() * 2000);
  await server.kill();
  await Promise.all(writers);
  const survivor = await ServerProcess.start(settings);
  const losses = await findLosses(new Client(survivor.origin, TOKEN), known);
  await survivor.stop();
  const verdict = losses.length === 0 ? 'smoke: ok' : 'smoke: not ok';
  console.log(
    `${verdict} round ${number}: killed with ${known.size} things acknowledged, ${losses.length} lost or wrong`,
  );
  return losses;
}

const known = new Acknowledged();
const losses: string[] = [];
for (let number = 1; number <= ROUNDS; number++) losses.push(...(await round(number, known)));
rmSync(directory, { recursive: true, force: true });
for (const loss of losses.slice(0, 20)) console.log(`  ${loss}`);
process.exitCode = losses.length === 0 ? 0 : 1;
