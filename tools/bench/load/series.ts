import { performance } from 'node:perf_hooks';
import type { Call, Connection } from './connection.js';
import { faultOf, type Timed } from './run-load.js';

/** Sends requests one after the other until all are sent. */
export async function runSeries(connection: Connection, calls: Iterable<Call>): Promise<Timed> {
  const latencies: number[] = [];
  const failures: string[] = [];
  const begun = performance.now();
  for (const call of calls) {
    const sent = performance.now();
    const reply = await connection.send(call);
    latencies.push(performance.now() - sent);
    const fault = faultOf(call, reply);
    if (fault !== undefined) failures.push(fault);
  }
  return { seconds: (performance.now() - begun) / 1000, latencies, failures, clientLoad: 0 };
}
