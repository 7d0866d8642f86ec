import { setTimeout as delay } from 'node:timers/promises';
import type { Cluster } from '../harness/cluster.js';
import type { SlowLine } from '../harness/slow-line.js';

/** What a fault can act on: the database of a server under load. */
export interface Surroundings {
  readonly cluster: Cluster;
  readonly line: SlowLine;
}

/** Something that goes wrong for a while, and is right again at the end. */
export interface Fault {
  /** Whether the database is away for everybody meanwhile, so that every request must be answered 503. */
  readonly isOutage: boolean;
  /** @param middle runs while things are wrong */
  strike(surroundings: Surroundings, middle: () => Promise<void>): Promise<void>;
}

const DROPS = 10;
const FILLED_MS = 4_000;
const SLOW_MS = 4_000;
const LATENCY_MS = 150;

/** Crashes PostgreSQL and starts it again. */
const restart: Fault = {
  isOutage: true,
  async strike({ cluster }, middle) {
    await cluster.halt();
    await middle();
    await cluster.resume();
  },
};

/** Ends every connection of the server, again and again. */
const drop: Fault = {
  isOutage: false,
  async strike({ cluster }, middle) {
    for (let at = 0; at < DROPS; at++) {
      await cluster.query(`select pg_terminate_backend(pid) from pg_stat_activity where application_name = 'rolecall'`);
      await delay(200 * Math.random());
    }
    await middle();
  },
};

/** Locks what every request needs, until each connection of the pool waits for it. */
const fill: Fault = {
  isOutage: false,
  async strike({ cluster }, middle) {
    const holder = await cluster.connect();
    await holder.query('begin');
    await holder.query('lock table access_tokens in access exclusive mode');
    await middle();
    await delay(FILLED_MS);
    await holder.query('rollback');
    await holder.end();
  },
};

/** Makes every answer of the database late. */
const slow: Fault = {
  isOutage: false,
  async strike({ line }, middle) {
    line.latency = LATENCY_MS;
    await middle();
    await delay(SLOW_MS);
    line.latency = 0;
  },
};

/** Faults by their names in `CHAOS_FAULTS`. */
export const FAULTS: Readonly<Record<string, Fault>> = { restart, drop, fill, delay: slow };
