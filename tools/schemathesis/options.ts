import { wholeNumber } from '../harness/options.js';

/** The extent of a run, from the environment. */
export interface Options {
  /** `SCHEMATHESIS_SECONDS`: after this time no new request is made. */
  readonly seconds: number;
  /** `SCHEMATHESIS_EXAMPLES`: how many for each operation and phase. */
  readonly examples: number;
  /** `SCHEMATHESIS_SEED`: the same seed makes the same requests, as long as the answers are the same. */
  readonly seed: number;
}

/** @throws Error for a setting that is not a whole number */
export function readOptions(environment: NodeJS.ProcessEnv): Options {
  return {
    seconds: wholeNumber(environment, 'SCHEMATHESIS_SECONDS', 300),
    examples: wholeNumber(environment, 'SCHEMATHESIS_EXAMPLES', 25),
    seed: wholeNumber(environment, 'SCHEMATHESIS_SEED', 7),
  };
}
