import { setTimeout as delay } from 'node:timers/promises';
import { Client } from '../harness/client.js';
import { ServerProcess } from '../harness/server-process.js';
import type { Acknowledged } from './acknowledged.js';
import type { Fault, Surroundings } from './faults.js';
import { keepWriting } from './load.js';
import { prepare } from './prepare.js';
import { keepWritingRandomly, preparePlayground } from './random-writes.js';
import { SETTINGS, TOKEN } from './settings.js';
import { findLosses } from './verify.js';
import { Witness } from './witness.js';

const WRITERS = 6;
const AFTERWARDS_MS = 1_000;

/** A client that records every answer that a client must never get, whatever happens to the database. */
class WatchfulClient extends Client {
  readonly problems: string[] = [];
  served = 0;

  override async send(method: string, path: string, body?: unknown) {
    const answer = await super.send(method, path, body);
    if (answer.status < 300) this.served += 1;
    if (answer.status >= 500 && answer.status !== 503)
      this.problems.push(`${method} ${path} was answered ${answer.status}: ${JSON.stringify(answer.body)}`);

    return answer;
  }
}

/** The outcome of a fault. */
interface Outcome {
  /** What was lost or is wrong, in words. */
  readonly problems: readonly string[];
  /** Milliseconds until the server was ready again. */
  readonly recovery: number;
}

async function suffer(fault: Fault, surroundings: Surroundings, witness: Witness): Promise<number> {
  await fault.strike(surroundings, async () => {
    await witness.checkAlive();
    if (fault.isOutage) await witness.checkOutage();
  });
  return witness.awaitRecovery();
}

/** Applies a fault to the database under load, and looks for what was lost; the server is never restarted. */
export async function endure(fault: Fault, surroundings: Surroundings, known: Acknowledged): Promise<Outcome> {
  const server = await ServerProcess.start({ ...SETTINGS, DATABASE_URL: surroundings.line.url });
  const client = new WatchfulClient(server.origin, TOKEN);
  if (known.users.size === 0) await prepare(client, known);
  const ground = await preparePlayground(client);
  const stop = new AbortController();
  const writers = Array.from({ length: WRITERS }, () => [
    keepWriting(client, known, stop.signal),
    keepWritingRandomly(client, ground, stop.signal),
  ]).flat();
  await delay(500 + Math.random() * 1000);
  const witness = new Witness(server.origin, TOKEN);
  const recovery = await suffer(fault, surroundings, witness);
  const served = client.served;
  await delay(AFTERWARDS_MS);
  if (client.served === served) witness.problems.push('nothing is served afterwards');
  stop.abort();
  await Promise.all(writers);
  const losses = await findLosses(client, known);
  const code = await server.stop();
  if (code !== 0) witness.problems.push(`the server ended with ${String(code)}`);
  return { problems: [...witness.problems, ...client.problems, ...losses], recovery };
}
