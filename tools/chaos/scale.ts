import { Client } from '../harness/client.js';
import { wholeNumber } from '../harness/options.js';
import { ServerProcess } from '../harness/server-process.js';
import { Cluster, databaseAt } from '../harness/cluster.js';
import { verdict } from '../harness/verdict.js';
import { found, playLifeCycle } from './life-cycles.js';
import { preparePlayground, writeSomething } from './random-writes.js';
import { RoundRobin } from './round-robin.js';
import { SETTINGS, TOKEN } from './settings.js';

const LIFE_CYCLES = wholeNumber(process.env, 'SCALE_LIFE_CYCLES', 4);
const WRITERS = 4;

/** A throwaway database, unless `DATABASE_URL` names an empty one. */
const database = await databaseAt(process.env.DATABASE_URL, () => Cluster.startDurable());
const settings = { ...SETTINGS, DATABASE_URL: database.url };
const servers = await Promise.all([ServerProcess.start(settings), ServerProcess.start(settings)]);
const proxy = await RoundRobin.before(servers.map(({ origin }) => origin));
const problems: string[] = [];

/** Sends random writes in the first organization while life cycles are played in others, until those are done. */
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
for (let at = 1; at <= LIFE_CYCLES; at++) organizations.push(await found(database.url, `scale-${at}-${Date.now()}`));
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
await database.remove();

console.log(
  verdict(
    problems.length === 0,
    `${LIFE_CYCLES} life cycles and ${writes} random writes ` +
      `through ${proxy.sent.map((count) => `${count} requests`).join(' and ')} of two instances, no drift`,
  ),
);
for (const problem of problems.slice(0, 10)) console.log(`  ${problem}`);
process.exitCode = problems.length === 0 ? 0 : 1;
