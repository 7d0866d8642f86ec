/** How long and from where the run goes, out of the environment. */
export interface Options {
  /** `FUZZ_SECONDS`: how long requests are sent, the setting of the stage not counted. */
  readonly seconds: number;
  /** `FUZZ_SEED`: the same seed sends the same requests to an empty database, apart from the UUIDs in them. */
  readonly seed: number;
}

const MAX_SEED = 0x7fff_ffff;

function wholeNumber(name: string, text: string | undefined, otherwise: number): number {
  if (text === undefined || text.trim() === '') return otherwise;
  const value = Number(text);
  if (Number.isInteger(value) && value > 0 && value <= MAX_SEED) return value;
  throw new Error(`${name} must be a whole number above 0`);
}

/** @throws Error for a setting that is no whole number */
export function readOptions(environment: NodeJS.ProcessEnv): Options {
  return {
    seconds: wholeNumber('FUZZ_SECONDS', environment.FUZZ_SECONDS, 60),
    seed: wholeNumber('FUZZ_SEED', environment.FUZZ_SEED, 1 + Math.floor(Math.random() * 1_000_000)),
  };
}
