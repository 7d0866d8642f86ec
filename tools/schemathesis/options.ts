/** How far a run goes, out of the environment. */
export interface Options {
  /** `SCHEMATHESIS_SECONDS`: after which no new request is made. */
  readonly seconds: number;
  /** `SCHEMATHESIS_EXAMPLES`: for each operation and phase. */
  readonly examples: number;
  /** `SCHEMATHESIS_SEED`: the same seed makes the same requests, as long as the answers are the same. */
  readonly seed: number;
}

function wholeNumber(name: string, text: string | undefined, otherwise: number): number {
  if (text === undefined || text.trim() === '') return otherwise;
  const value = Number(text);
  if (Number.isInteger(value) && value > 0) return value;
  throw new Error(`${name} must be a whole number above 0`);
}

/** @throws Error for a setting that is no whole number */
export function readOptions(environment: NodeJS.ProcessEnv): Options {
  return {
    seconds: wholeNumber('SCHEMATHESIS_SECONDS', environment.SCHEMATHESIS_SECONDS, 300),
    examples: wholeNumber('SCHEMATHESIS_EXAMPLES', environment.SCHEMATHESIS_EXAMPLES, 25),
    seed: wholeNumber('SCHEMATHESIS_SEED', environment.SCHEMATHESIS_SEED, 7),
  };
}
