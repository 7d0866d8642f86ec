import { performance } from 'node:perf_hooks';
import type { Call, Connection } from './connection.js';
import { faultOf, type Timed } from './run-load.js';

/** Sends each request once; every connection takes the next one when it has its answer. */
export async function runAll(connections: readonly Connection[], calls: Iterable<Call>): Promise<Timed> {
  const latencies: number[] = [];
  const failures: string[] = [];
  const left = calls[Symbol.iterator]();
  const utilization = performance.eventLoopUtilization();
  const begun = performance.now();
  await Promise.all(
    connections.map(async (connection) => {
      for (let next = left.next(); !next.done; next = left.next()) {
        const sent = performance.now();
        const reply = await connection.send(next.value);
        latencies.push(performance.now() - sent);
        const fault = faultOf(next.value, reply);
        if (fault !== undefined) failures.push(fault);
      }
    }),
  );
  return {
    seconds: (performance.now() - begun) / 1000,
    latencies,
    failures,
    clientLoad: performance.eventLoopUtilization(utilization).utilization,
  };
}
