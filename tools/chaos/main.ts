import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Acknowledged } from './acknowledged.js';
import { Cluster } from '../harness/cluster.js';
import { wholeNumber } from '../harness/options.js';
import { crash } from './crashes.js';
import { endure } from './database-faults.js';
import { FAULTS } from './faults.js';
import { SlowLine } from '../harness/slow-line.js';
import { verdict } from '../harness/verdict.js';

/** Each round has each of the faults once. All but `kill` need PostgreSQL, and start one of their own. */
const { CHAOS_FAULTS = 'kill', DATABASE_URL } = process.env;
const ROUNDS = wholeNumber(process.env, 'CHAOS_ROUNDS', 3);

const problems: string[] = [];

function report(what: string, known: Acknowledged, found: readonly string[]): void {
  const counts = `${known.size} things acknowledged, ${found.length} lost or wrong`;
  console.log(verdict(found.length === 0, `${what}: ${counts}`));
  problems.push(...found);
}

async function playCrashes(): Promise<void> {
  const directory = mkdtempSync(join(tmpdir(), 'rolecall-chaos-'));
  const database: Record<string, string> = DATABASE_URL ? {} : { DATA_DIR: join(directory, 'data') };
  const known = new Acknowledged();
  for (let round = 1; round <= ROUNDS; round++) report(`round ${round}, kill`, known, await crash(database, known));
  rmSync(directory, { recursive: true, force: true });
}

async function playFaults(names: readonly string[]): Promise<void> {
  const cluster = await Cluster.startDurable();
  const line = await SlowLine.to(cluster.url);
  try {
    const known = new Acknowledged();
    for (let round = 1; round <= ROUNDS; round++) {
      for (const name of names) {
        const fault = FAULTS[name];
        if (!fault) throw new Error(`CHAOS_FAULTS has ${name}; there are kill, ${Object.keys(FAULTS).join(', ')}`);
        const { problems: found, recovery } = await endure(fault, { cluster, line }, known);
        report(`round ${round}, ${name}, ready again after ${Math.round(recovery)} ms`, known, found);
      }
    }
  } finally {
    line.close();
    await cluster.remove();
  }
}

const chosen = CHAOS_FAULTS.split(',').map((name) => name.trim());
const others = chosen.filter((name) => name !== 'kill');
if (chosen.includes('kill')) await playCrashes();
if (others.length > 0) await playFaults(others);
for (const problem of problems.slice(0, 20)) console.log(`  ${problem}`);
process.exitCode = problems.length === 0 ? 0 : 1;
