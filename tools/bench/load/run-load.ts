import { performance } from 'node:perf_hooks';
import type { Call, Connection } from './connection.js';
import type { Sample } from './figures.js';
import type { Reply } from './response-reader.js';

const SHOWN_OF_A_FAILURE = 300;

/** Describes what is wrong with an answer, if anything is. */
export function faultOf({ method, path }: Call, { status, body }: Reply): string | undefined {
  if (status >= 200 && status < 300) return undefined;
  return `${method} ${path.slice(0, SHOWN_OF_A_FAILURE)}: ${status} ${body.toString('utf8', 0, SHOWN_OF_A_FAILURE)}`;
}

/** A sample before the system's figures are added. */
export type Timed = Omit<Sample, 'times'>;

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

/** Calls until the time is over, which begins when the first is asked for. */
function* during(seconds: number, nextCall: () => Call): Generator<Call> {
  const end = performance.now() + seconds * 1000;
  while (performance.now() < end) yield nextCall();
}

/** Sends one request after the other on every connection until the time is over. */
export function runLoad(connections: readonly Connection[], nextCall: () => Call, seconds: number): Promise<Timed> {
  return runAll(connections, during(seconds, nextCall));
}
