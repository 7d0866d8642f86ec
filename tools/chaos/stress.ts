import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { Client } from '../harness/client.js';
import { positiveNumber } from '../harness/options.js';
import { ServerProcess } from '../harness/server-process.js';
import { verdict } from '../harness/verdict.js';
import { preparePlayground, writeSomething } from './random-writes.js';
import { SETTINGS, TOKEN } from './settings.js';

const SECONDS = positiveNumber(process.env, 'STRESS_SECONDS', 60);
const WRITERS = 16;
const SAMPLE_MS = 50;

const directory = mkdtempSync(join(tmpdir(), 'rolecall-stress-'));
const { DATABASE_URL } = process.env;
const settings = { ...SETTINGS, ...(DATABASE_URL ? {} : { DATA_DIR: join(directory, 'data') }) };

interface Organization {
  readonly seats: { readonly limit: number | null; readonly used: number; readonly waiting: number };
}

/** On PostgreSQL two instances serve one database; an embedded one belongs to one server. */
const servers = [await ServerProcess.start(settings)];
if (DATABASE_URL) servers.push(await ServerProcess.start(settings));
const clients = servers.map(({ origin }) => new Client(origin, TOKEN));
const [first] = clients;
if (!first) throw new Error('No server has started');

const ground = await preparePlayground(first);
const until = Date.now() + SECONDS * 1000;
const statuses = new Map<string, number>();
const problems: string[] = [];

async function write(client: Client): Promise<void> {
  while (Date.now() < until) {
    const status = await writeSomething(client, ground);
    statuses.set(status, (statuses.get(status) ?? 0) + 1);
  }
}

/** Checks the seats in use again and again: the limit never changes, so there must never be more. */
async function watchSeats(client: Client): Promise<void> {
  while (Date.now() < until) {
    const { seats } = (await client.send('GET', '/api/organizations/0')).body as unknown as Organization;
    if (seats.limit === null || seats.used > seats.limit) problems.push(`${seats.used} seats of ${seats.limit} in use`);
    await delay(SAMPLE_MS);
  }
}

await Promise.all([
  ...Array.from({ length: WRITERS }, (_, at) => write(clients[at % clients.length] ?? first)),
  watchSeats(first),
]);

const { body } = await first.send('POST', '/api/provisioning/reconcile?dry_run=true');
if (body.drift !== 0) problems.push(`drift after it all: ${JSON.stringify(body)}`);
for (const [status, times] of statuses) if (status.includes(' ')) problems.push(`${times} × ${status}`);
for (const server of servers) await server.stop();
rmSync(directory, { recursive: true, force: true });

const writes = [...statuses.values()].reduce((sum, times) => sum + times, 0);
console.log(
  `${writes} writes by ${WRITERS} writers in ${SECONDS} s: ${[...statuses]
    .sort()
    .map(([status, times]) => `${times} × ${status.slice(0, 3)}`)
    .join(', ')}`,
);
console.log(verdict(problems.length === 0, 'no failure, no seat over the limit, no drift'));
for (const problem of problems.slice(0, 10)) console.log(`  ${problem}`);
process.exitCode = problems.length === 0 ? 0 : 1;
