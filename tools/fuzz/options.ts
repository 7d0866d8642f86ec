import { wholeNumber } from '../harness/options.js';

/** How long and from where the run goes, out of the environment. */
export interface Options {
  /** `FUZZ_SECONDS`: how long requests are sent, the setting of the stage not counted. */
  readonly seconds: number;
  /** `FUZZ_SEED`: the same seed sends the same requests to an empty database, apart from the UUIDs in them. */
  readonly seed: number;
}

const MAX_SEED = 0x7fff_ffff;

/** @throws Error for a setting that is no whole number */
export function readOptions(environment: NodeJS.ProcessEnv): Options {
  return {
    seconds: wholeNumber(environment, 'FUZZ_SECONDS', 60),
    seed: wholeNumber(environment, 'FUZZ_SEED', 1 + Math.floor(Math.random() * 1_000_000), MAX_SEED),
  };
}
