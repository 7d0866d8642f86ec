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

/** Sends one request after the other on every connection until the time is over. */
export async function runLoad(
  connections: readonly Connection[],
  nextCall: () => Call,
  seconds: number,
): Promise<Timed> {
  const latencies: number[] = [];
  const failures: string[] = [];
  const utilization = performance.eventLoopUtilization();
  const begun = performance.now();
  const end = begun + seconds * 1000;
  await Promise.all(
    connections.map(async (connection) => {
      while (performance.now() < end) {
        const call = nextCall();
        const sent = performance.now();
        const reply = await connection.send(call);
        latencies.push(performance.now() - sent);
        const fault = faultOf(call, reply);
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
