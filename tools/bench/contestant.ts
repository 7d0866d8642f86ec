import type { Connection } from './load/connection.js';
import { type Figures, figuresOf, type Sample } from './load/figures.js';
import type { Timed } from './load/run-load.js';
import { type Processors, timesBetween } from './place/processors.js';

/** Puts a load on the connections; rounds count from 1. */
export type Run = (connections: readonly Connection[], round: number) => Promise<Timed>;

/** One of those that take turns: the processes that answer, and the connections to them. */
export class Contestant {
  private readonly samples: Sample[] = [];

  constructor(
    readonly name: string,
    private readonly pids: readonly number[],
    readonly connections: readonly Connection[],
    private readonly run: Run,
  ) {}

  /** @returns the share of its time that the load generator was busy, from 0 to 1 */
  async play(round: number, processors: Processors): Promise<number> {
    const before = processors.read(this.pids);
    const timed = await this.run(this.connections, round);
    this.samples.push({ ...timed, times: timesBetween(before, processors.read(this.pids)) });
    return timed.clientLoad;
  }

  get figures(): Figures {
    return figuresOf(this.samples);
  }
}
