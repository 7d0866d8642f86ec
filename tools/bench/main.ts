import { writeFileSync } from 'node:fs';
import { loadavg } from 'node:os';
import { verdict } from '../harness/verdict.js';
import { Comparison } from './comparison.js';
import { readOptions } from './options.js';
import type { Bench, PhaseResult } from './phase.js';
import { choosePhases } from './phases/phases.js';
import { openPlace } from './place/place.js';
import { Progress } from './progress.js';
import { failuresOf, printHead, printRow } from './report.js';

const options = readOptions(process.env, process.argv.slice(2));
const phases = choosePhases(options.phases);
const progress = new Progress();
progress.show(`filling a database with ${options.users} users`);
const place = await openPlace(options);
for (const signal of ['SIGINT', 'SIGTERM'] as const)
  process.once(signal, () => void place.close().finally(() => process.exit(130)));

const comparison = new Comparison(options, place, progress);
const bench: Bench = { options, place, comparison };
const record: ({ phase: string; memory: number } & PhaseResult)[] = [];
const verdicts: string[] = [];
const notes: string[] = [];
let isFailed = false;

progress.clear();
console.log(
  `${options.users} users, ${options.rounds} × ${options.seconds} s a side; load ${loadavg()[0]?.toFixed(1)}`,
);
printHead();
try {
  for (const phase of phases) {
    place.memory.takePeak();
    const result = await phase.run(bench);
    progress.clear();
    const memory = place.memory.takePeak();
    for (const row of result.rows) printRow(row, memory);
    notes.push(...(result.notes ?? []));
    const failures = failuresOf(result.rows, result.failures ?? []);
    verdicts.push(verdict(failures.length === 0, phase.name));
    verdicts.push(...failures.map((failure) => `  ${failure}`));
    isFailed ||= failures.length > 0;
    record.push({ phase: phase.name, memory, ...result });
  }
  notes.push(place.memory.summary);
} finally {
  progress.clear();
  await place.close();
}

console.log('');
for (const line of [...notes, comparison.warning ?? '', '', ...verdicts]) console.log(line);
if (options.recordFile !== undefined) writeFileSync(options.recordFile, JSON.stringify({ options, record }, null, 2));
process.exitCode = isFailed ? 1 : 0;
