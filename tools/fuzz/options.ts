import { wholeNumber } from '../harness/options.js';

/** Length and seed of a run, from the environment. */
export interface Options {
  /** `FUZZ_SECONDS`: how long requests are sent, not counting the setup. */
  readonly seconds: number;
  /** `FUZZ_SEED`: the same seed sends the same requests to an empty database, apart from the UUIDs in them. */
  readonly seed: number;
}

const MAX_SEED = 0x7fff_ffff;

/** @throws Error for a setting that is not a whole number */
export function readOptions(environment: NodeJS.ProcessEnv): Options {
  return {
    seconds: wholeNumber(environment, 'FUZZ_SECONDS', 60),
    seed: wholeNumber(environment, 'FUZZ_SEED', 1 + Math.floor(Math.random() * 1_000_000), MAX_SEED),
  };
}
