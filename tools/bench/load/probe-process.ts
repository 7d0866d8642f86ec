import { performance } from 'node:perf_hooks';
import { setTimeout as delay } from 'node:timers/promises';
import { Connection } from './connection.js';
import { percentile } from './figures.js';

const EVERY_MS = 2;

/**
 * Sends one request after the other that costs a server no work and no database: its time is how long the event loop
 * was blocked. Ends when its input does, and then prints what it measured.
 */
const [origin = ''] = process.argv.slice(2);
const connection = new Connection(origin, '');
const latencies: number[] = [];
const over = new AbortController();
process.stdin.on('end', () => {
  over.abort();
});
process.stdin.resume();
console.log('probing');
while (!over.signal.aborted) {
  const sent = performance.now();
  await connection.send({ method: 'GET', path: '/health/live' });
  latencies.push(performance.now() - sent);
  await delay(EVERY_MS);
}
connection.close();
latencies.sort((a, b) => a - b);
console.log(JSON.stringify({ p99: percentile(latencies, 0.99), longest: latencies.at(-1) ?? 0 }));
