import type { Call, Connection } from './load/connection.js';
import { type Figures, figuresOf, type Sample } from './load/figures.js';
import { runLoad, type Timed } from './load/run-load.js';
import { runSeries } from './load/series.js';
import { CLIENTS } from './load/target.js';
import { processorTime } from './place/process.js';
import type { BenchOptions } from './options.js';
import type { Side, Place } from './place/place.js';
import type { Progress } from './progress.js';

/** Makes the requests of one side, one after the other. */
export type Calls = (side: Side) => () => Call;

const SIDES: readonly Side[] = ['server', 'floor'];

/** Part of a round's time that each side is under load before the first round. */
const WARM_UP = 0.2;

/** Above this share of its time the load generator, not the servers, may be what is measured. */
const BUSY_CLIENT = 0.85;

/** Takes turns: a round of the server, a round of the floor, so that whatever else the machine does hits both. */
export class Comparison {
  /** The largest share of its time that the load generator was busy. */
  clientLoad = 0;

  constructor(
    private readonly options: BenchOptions,
    private readonly place: Place,
    private readonly progress: Progress,
  ) {}

  /** Both sides under the same load. */
  async underLoad(title: string, calls: Calls, clients = CLIENTS): Promise<Record<Side, Figures>> {
    const makers = { server: calls('server'), floor: calls('floor') };
    for (const side of SIDES) await this.warmUp(title, side, makers[side], clients);
    return this.inTurns(title, (connections, side) =>
      runLoad(connections.slice(0, clients), makers[side], this.options.seconds),
    );
  }

  /** Both sides with the same requests, one after the other; each round has its own. */
  async inSeries(title: string, calls: (side: Side, round: number) => Iterable<Call>): Promise<Record<Side, Figures>> {
    return this.inTurns(title, ([first], side, round) => {
      if (!first) throw new Error('There is no connection');
      return runSeries(first, calls(side, round));
    });
  }

  /** Compiled code, prepared statements and pages in memory are there before anything counts. */
  private async warmUp(title: string, side: Side, next: () => Call, clients: number): Promise<void> {
    this.progress.show(`${title}: warming up, ${side}`);
    const connections = this.place.targets[side].connections.slice(0, clients);
    await runLoad(connections, next, this.options.seconds * WARM_UP);
  }

  private async inTurns(
    title: string,
    run: (connections: readonly Connection[], side: Side, round: number) => Promise<Timed>,
  ): Promise<Record<Side, Figures>> {
    const samples: Record<Side, Sample[]> = { server: [], floor: [] };
    for (let round = 1; round <= this.options.rounds; round++) {
      for (const side of SIDES) {
        this.progress.show(`${title}: round ${round} of ${this.options.rounds}, ${side}`);
        const { pid, connections } = this.place.targets[side];
        const before = processorTime(pid);
        const timed = await run(connections, side, round);
        this.clientLoad = Math.max(this.clientLoad, timed.clientLoad);
        samples[side].push({ ...timed, cpu: processorTime(pid) - before });
      }
    }
    return { server: figuresOf(samples.server), floor: figuresOf(samples.floor) };
  }

  /** A warning where the load generator was the bottleneck, for the report. */
  get warning(): string | undefined {
    if (this.clientLoad <= BUSY_CLIENT) return undefined;
    return `The load generator was busy ${Math.round(this.clientLoad * 100)} % of the time: the servers may do more.`;
  }
}
