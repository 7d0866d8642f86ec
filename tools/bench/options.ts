import { positiveNumber } from '../harness/options.js';

/** What the run measures, and for how long. */
export interface BenchOptions {
  /** Accounts in the organization before anything is measured. */
  readonly users: number;
  /** Seconds that each side is under load in each round of a phase. */
  readonly seconds: number;
  readonly rounds: number;
  /** Names of phases to run, or beginnings of names; empty for all. */
  readonly phases: readonly string[];
  /** Database to use in place of a throwaway cluster; it must be empty. */
  readonly databaseUrl?: string;
  /** File for a record of the run. */
  readonly recordFile?: string;
}

function recordFileOf(args: readonly string[]): string | undefined {
  const at = args.indexOf('--json');
  if (at === -1) return undefined;
  const file = args[at + 1];
  if (file === undefined) throw new Error('--json needs the name of a file');
  return file;
}

/** @throws Error that says which variable or argument is wrong */
export function readOptions(variables: NodeJS.ProcessEnv, args: readonly string[]): BenchOptions {
  const named = args.filter((arg, at) => !arg.startsWith('--') && args[at - 1] !== '--json');
  const phases = [...named, ...(variables.BENCH_PHASES ?? '').split(',').map((name) => name.trim())];
  return {
    users: Math.max(200, Math.floor(positiveNumber(variables, 'BENCH_USERS', 100_000))),
    seconds: positiveNumber(variables, 'BENCH_SECONDS', 5),
    rounds: Math.ceil(positiveNumber(variables, 'BENCH_ROUNDS', 3)),
    phases: phases.filter((name) => name !== ''),
    databaseUrl: variables.BENCH_DATABASE_URL || undefined,
    recordFile: recordFileOf(args),
  };
}
