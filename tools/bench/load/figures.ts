import { NO_TIME, type ProcessorTimes, totalTimes } from '../place/processors.js';

/** The results of a load. */
export interface Figures {
  /** Requests in a second: the median of the rounds. */
  readonly rate: number;
  /** Milliseconds, over all rounds. */
  readonly p50: number;
  readonly p95: number;
  readonly p99: number;
  /** Milliseconds of processor time that the side's own processes took for a request, without the database's. */
  readonly cpu: number;
  /** Seconds that all rounds took together. */
  readonly seconds: number;
  /** Milliseconds of processor time in all rounds together. */
  readonly times: ProcessorTimes;
  readonly requests: number;
  /** Answers that were not as expected. */
  readonly failed: number;
  /** The first of them, for the report. */
  readonly failure?: string;
}

/** One round of one side under load. */
export interface Sample {
  readonly seconds: number;
  readonly latencies: readonly number[];
  readonly failures: readonly string[];
  /** Processor time that was taken meanwhile. */
  readonly times: ProcessorTimes;
  /** Share of the time that the load generator itself was busy, from 0 to 1. */
  readonly clientLoad: number;
}

/** The smallest value that at least this share of the sorted values does not exceed. */
export function percentile(sorted: readonly number[], share: number): number {
  return sorted[Math.min(sorted.length - 1, Math.ceil(sorted.length * share) - 1)] ?? 0;
}

function median(values: readonly number[]): number {
  return percentile(
    [...values].sort((a, b) => a - b),
    0.5,
  );
}

/** Puts the rounds of one side together. */
export function figuresOf(samples: readonly Sample[]): Figures {
  const latencies = samples.flatMap((sample) => sample.latencies).sort((a, b) => a - b);
  const failures = samples.flatMap((sample) => sample.failures);
  const times = totalTimes(samples.map((sample) => sample.times));
  return {
    rate: median(samples.map((sample) => sample.latencies.length / sample.seconds)),
    p50: percentile(latencies, 0.5),
    p95: percentile(latencies, 0.95),
    p99: percentile(latencies, 0.99),
    cpu: times.own / latencies.length,
    seconds: samples.reduce((sum, sample) => sum + sample.seconds, 0),
    times,
    requests: latencies.length,
    failed: failures.length,
    failure: failures[0],
  };
}

/** The figures of requests that were made one after the other, by their milliseconds. */
export function figuresOfTimes(milliseconds: readonly number[]): Figures {
  const seconds = milliseconds.reduce((sum, value) => sum + value, 0) / 1000;
  return figuresOf([{ seconds, latencies: milliseconds, failures: [], times: NO_TIME, clientLoad: 0 }]);
}
