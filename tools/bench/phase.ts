import type { Figures } from './load/figures.js';
import type { Comparison } from './comparison.js';
import type { BenchOptions } from './options.js';
import type { Place } from './place/place.js';

/** A line of the report. */
export interface Row {
  readonly title: string;
  readonly server: Figures;
  /** Absent where only the time counts that the server takes. */
  readonly floor?: Figures;
  /** The most that a process of the row's own had in memory, in mebibytes; absent for the server of the place. */
  readonly memory?: number;
}

/** What a phase found out. */
export interface PhaseResult {
  readonly rows: readonly Row[];
  /** Sentences with the figures that no row has a column for. */
  readonly notes?: readonly string[];
  /** What was not as promised, whatever the time it took. */
  readonly failures?: readonly string[];
}

/** What a phase works with. */
export interface Bench {
  readonly options: BenchOptions;
  readonly place: Place;
  readonly comparison: Comparison;
}

/** One kind of work, measured. */
export interface Phase {
  /** As `BENCH_PHASES` names it. */
  readonly name: string;
  run(bench: Bench): Promise<PhaseResult>;
}
