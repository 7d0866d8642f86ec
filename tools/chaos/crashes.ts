import { setTimeout as delay } from 'node:timers/promises';
import { Client } from '../harness/client.js';
import { ServerProcess } from '../harness/server-process.js';
import type { Acknowledged } from './acknowledged.js';
import { keepWriting } from './load.js';
import { prepare } from './prepare.js';
import { keepWritingRandomly, preparePlayground } from './random-writes.js';
import { SETTINGS, TOKEN } from './settings.js';
import { findLosses } from './verify.js';

const WRITERS = 8;

/**
 * Kills a server under load, starts another on the same database, and looks for what was lost.
 *
 * @param database settings that lead to the database
 * @returns what was lost or is wrong, in words
 */
export async function crash(database: Readonly<Record<string, string>>, known: Acknowledged): Promise<string[]> {
  const server = await ServerProcess.start({ ...SETTINGS, ...database });
  const client = new Client(server.origin, TOKEN);
  if (known.users.size === 0) await prepare(client, known);
  const ground = await preparePlayground(client);
  const writers = [
    ...Array.from({ length: WRITERS }, () => keepWriting(client, known)),
    ...Array.from({ length: WRITERS }, () => keepWritingRandomly(client, ground)),
  ];
  await delay(1000 + Math.random() * 2000);
  await server.kill();
  await Promise.all(writers);
  const survivor = await ServerProcess.start({ ...SETTINGS, ...database });
  const losses = await findLosses(new Client(survivor.origin, TOKEN), known);
  await survivor.stop();
  return losses;
}
