import type { Figures } from './load/figures.js';
import type { Comparison } from './comparison.js';
import type { BenchOptions } from './options.js';
import type { Place } from './place/place.js';

/** A line of the report. */
export interface Row {
  readonly title: string;
  readonly server: Figures;
  /** Absent where only the server's time is of interest. */
  readonly floor?: Figures;
  /**
   * The most memory that a process of the row's own used, in mebibytes; absent where the row used the place's server.
   */
  readonly memory?: number;
}

/** The results of a phase. */
export interface PhaseResult {
  readonly rows: readonly Row[];
  /** Sentences with figures that have no column. */
  readonly notes?: readonly string[];
  /** Broken promises, apart from times. */
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
