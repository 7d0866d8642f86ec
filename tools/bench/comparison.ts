import { Contestant, type Run } from './contestant.js';
import type { Call } from './load/connection.js';
import type { Figures } from './load/figures.js';
import { runAll, runLoad } from './load/run-load.js';
import { runSeries } from './load/series.js';
import { CLIENTS } from './load/target.js';
import type { BenchOptions } from './options.js';
import type { Side, Place } from './place/place.js';
import type { Progress } from './progress.js';

/** Makes the requests of one side, one after the other. */
export type Calls = (side: Side) => () => Call;

const SIDES: readonly Side[] = ['server', 'floor'];

/** Share of a round's time for which each side is under load before the first round. */
const WARM_UP = 0.2;

/** Above this share of its time, the load generator may be what is measured, and not the servers. */
const BUSY_CLIENT = 0.85;

/** Lets all contestants take turns, round by round, so that anything else the machine does affects each of them. */
export class Comparison {
  /** The largest share of its time that the load generator was busy. */
  private clientLoad = 0;

  constructor(
    private readonly options: BenchOptions,
    private readonly place: Pick<Place, 'targets' | 'processors'>,
    private readonly progress: Progress,
  ) {}

  /** The same comparison of two sides in another place. */
  at(place: Pick<Place, 'targets' | 'processors'>): Comparison {
    return new Comparison(this.options, place, this.progress);
  }

  /** Measures both sides under the same load. */
  async underLoad(title: string, calls: Calls, clients = CLIENTS): Promise<Record<Side, Figures>> {
    const next = { server: calls('server'), floor: calls('floor') };
    const sides = {
      server: this.contestant('server', this.load(next.server), clients),
      floor: this.contestant('floor', this.load(next.floor), clients),
    };
    for (const side of SIDES) await this.warmUp(title, sides[side], next[side], WARM_UP);
    return this.compare(title, sides);
  }

  /** Measures both sides with the same requests, one after the other; each round has its own. */
  async inSeries(title: string, calls: (side: Side, round: number) => Iterable<Call>): Promise<Record<Side, Figures>> {
    const runOf = (side: Side): Run => {
      return ([first], round) => {
        if (!first) throw new Error('There is no connection');
        return runSeries(first, calls(side, round));
      };
    };
    const sides = {
      server: this.contestant('server', runOf('server')),
      floor: this.contestant('floor', runOf('floor')),
    };
    return this.compare(title, sides);
  }

  /** The load of each round, for as many seconds as the options say. */
  load(next: () => Call): Run {
    return (connections) => runLoad(connections, next, this.options.seconds);
  }

  /**
   * Puts load on a contestant before anything counts, so that code is compiled, statements are prepared and pages are
   * in memory.
   *
   * @param share of a round's time
   */
  async warmUp(title: string, { name, connections }: Contestant, next: () => Call, share: number): Promise<void> {
    this.progress.show(`${title}: warming up, ${name}`);
    await runLoad(connections, next, this.options.seconds * share);
  }

  /** Plays a round of each contestant in turn, until all rounds are over. */
  async takeTurns(title: string, contestants: readonly Contestant[]): Promise<void> {
    for (let round = 1; round <= this.options.rounds; round++) {
      for (const contestant of contestants) {
        this.progress.show(`${title}: round ${round} of ${this.options.rounds}, ${contestant.name}`);
        this.clientLoad = Math.max(this.clientLoad, await contestant.play(round, this.place.processors));
      }
    }
  }

  /** Measures both sides in parts, one part of each in turn, each with so many requests. */
  async inParts(title: string, parts: readonly number[], next: () => Call): Promise<Record<Side, Figures>[]> {
    const all: Record<Side, Figures>[] = [];
    for (const [at, count] of parts.entries()) {
      const run: Run = (connections) => runAll(connections, Array.from({ length: count }, next));
      const sides = { server: this.contestant('server', run), floor: this.contestant('floor', run) };
      for (const side of SIDES) {
        this.progress.show(`${title}: part ${at + 1} of ${parts.length}, ${side}`);
        this.clientLoad = Math.max(this.clientLoad, await sides[side].play(1, this.place.processors));
      }
      all.push({ server: sides.server.figures, floor: sides.floor.figures });
    }
    return all;
  }

  private contestant(side: Side, run: Run, clients = CLIENTS): Contestant {
    const { pid, connections } = this.place.targets[side];
    return new Contestant(side, [pid], connections.slice(0, clients), run);
  }

  private async compare(title: string, sides: Readonly<Record<Side, Contestant>>): Promise<Record<Side, Figures>> {
    await this.takeTurns(
      title,
      SIDES.map((side) => sides[side]),
    );
    return { server: sides.server.figures, floor: sides.floor.figures };
  }

  /** A warning for the report if the load generator was the bottleneck. */
  get warning(): string | undefined {
    if (this.clientLoad <= BUSY_CLIENT) return undefined;
    return `The load generator was busy ${Math.round(this.clientLoad * 100)} % of the time: the servers may do more.`;
  }
}
