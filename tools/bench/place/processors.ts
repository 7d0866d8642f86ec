import { readdirSync } from 'node:fs';
import { cpus } from 'node:os';
import type { Client } from 'pg';
import { processOf, processorTime } from '../../harness/process.js';

/** Milliseconds of processor time, by consumer. */
export interface ProcessorTimes {
  /** The processes that are measured: the server's or the floor's. */
  readonly own: number;
  /** All of PostgreSQL; 0 if it is not on this machine. */
  readonly database: number;
  /** The load generator. */
  readonly client: number;
  /** Every program on the machine, including these. */
  readonly everybody: number;
}

export const NO_TIME: ProcessorTimes = { own: 0, database: 0, client: 0, everybody: 0 };

/** The time taken between two readings. */
export function timesBetween(earlier: ProcessorTimes, later: ProcessorTimes): ProcessorTimes {
  return {
    own: later.own - earlier.own,
    database: later.database - earlier.database,
    client: later.client - earlier.client,
    everybody: later.everybody - earlier.everybody,
  };
}

const sum = (values: readonly number[]) => values.reduce((total, value) => total + value, 0);

export function totalTimes(times: readonly ProcessorTimes[]): ProcessorTimes {
  return {
    own: sum(times.map(({ own }) => own)),
    database: sum(times.map(({ database }) => database)),
    client: sum(times.map(({ client }) => client)),
    everybody: sum(times.map(({ everybody }) => everybody)),
  };
}

function timeOfEverybody(): number {
  return sum(cpus().map(({ times: { user, nice, sys, irq } }) => user + nice + sys + irq));
}

function timeOfClient(): number {
  const { user, system } = process.cpuUsage();
  return (user + system) / 1000;
}

function childrenOf(parent: number): number[] {
  const pids = readdirSync('/proc').map(Number).filter(Number.isInteger);
  return pids.filter((pid) => processOf(pid)?.parent === parent);
}

/** Measures how much processor time each consumer has taken. */
export class Processors {
  private constructor(private readonly postmaster: number | undefined) {}

  /** @param database a connection to the database of the measurements */
  static async watch(database: Client): Promise<Processors> {
    const { rows } = await database.query<{ pid: number }>('select pg_backend_pid() as pid');
    const backend = processOf(rows[0]?.pid ?? 0);
    return new Processors(backend?.name === 'postgres' ? backend.parent : undefined);
  }

  /** @param pids the processes that are measured */
  read(pids: readonly number[]): ProcessorTimes {
    return {
      own: sum(pids.map(processorTime)),
      database: this.timeOfDatabase(),
      client: timeOfClient(),
      everybody: timeOfEverybody(),
    };
  }

  /** The time of the processes that serve a connection or clean up, while they run and after. */
  private timeOfDatabase(): number {
    if (this.postmaster === undefined) return 0;
    const ended = processOf(this.postmaster)?.timeOfChildren ?? 0;
    return ended + sum([this.postmaster, ...childrenOf(this.postmaster)].map(processorTime));
  }
}
