import { ServerProcess } from '../harness/server-process.js';
import { Cluster } from '../harness/cluster.js';
import { found, playLifeCycle } from './life-cycles.js';
import { Client } from './load.js';
import { preparePlayground, writeSomething } from './random-writes.js';
import { RoundRobin } from './round-robin.js';
import { SETTINGS, TOKEN } from './settings.js';

const LIFE_CYCLES = Number(process.env.SCALE_LIFE_CYCLES ?? 4);
const WRITERS = 4;

/** A database of its own, unless `DATABASE_URL` names an empty one. */
const cluster = process.env.DATABASE_URL ? undefined : await Cluster.start();
const databaseUrl = cluster?.url ?? process.env.DATABASE_URL ?? '';
const settings = { ...SETTINGS, DATABASE_URL: databaseUrl };
const servers = await Promise.all([ServerProcess.start(settings), ServerProcess.start(settings)]);
const proxy = await RoundRobin.before(servers.map(({ origin }) => origin));
const problems: string[] = [];

/** Fights over few things in the first organization while life cycles are played in others, until they are done. */
async function fight(over: AbortSignal): Promise<number> {
  const client = new Client(proxy.origin, TOKEN);
  const ground = await preparePlayground(client);
  let writes = 0;
  const write = async () => {
    for (; !over.aborted; writes++) {
      const status = await writeSomething(client, ground);
      if (status.includes(' ')) problems.push(status);
    }
  };
  await Promise.all(Array.from({ length: WRITERS }, write));
  return writes;
}

async function checkDrift(token: string): Promise<void> {
  const { body } = await new Client(proxy.origin, token).send('POST', '/api/provisioning/reconcile?dry_run=true');
  if (body.drift !== 0) problems.push(`drift: ${JSON.stringify(body)}`);
}

const over = new AbortController();
const fighting = fight(over.signal);
const organizations = [];
for (let at = 1; at <= LIFE_CYCLES; at++) organizations.push(await found(databaseUrl, `scale-${at}-${Date.now()}`));
const played = await Promise.all(organizations.map(({ token }) => playLifeCycle(proxy.origin, token)));
over.abort();
const writes = await fighting;
for (const { token } of [{ token: TOKEN }, ...organizations]) await checkDrift(token);
for (const { good, summary } of played) {
  console.log(`  ${summary.split('\n').at(-1) ?? ''}`);
  if (!good) problems.push(summary);
}
for (const server of servers) {
  const code = await server.stop();
  if (code !== 0) problems.push(`a server ended with ${String(code)}`);
}
if (proxy.sent.some((count) => count === 0)) problems.push('one of the servers was never asked');
proxy.close();
await cluster?.remove();

console.log(
  `${problems.length === 0 ? 'smoke: ok' : 'smoke: not ok'} ${LIFE_CYCLES} life cycles and ${writes} random writes ` +
    `through ${proxy.sent.map((count) => `${count} requests`).join(' and ')} of two instances, no drift`,
);
for (const problem of problems.slice(0, 10)) console.log(`  ${problem}`);
process.exitCode = problems.length === 0 ? 0 : 1;
