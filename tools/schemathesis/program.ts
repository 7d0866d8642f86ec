import { spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { existsSync } from 'node:fs';
import { join } from 'node:path';

/** Change it together with the figures in docs/reliability.md. */
const VERSION = '4.32.5';

/** A folder for what tools can fetch again; it is not formatted, linted or committed. */
const FOLDER = join(process.cwd(), 'node_modules', '.cache', `schemathesis-${VERSION}`);
const PROGRAM = join(FOLDER, 'bin', 'st');

function run(command: string, args: readonly string[]): void {
  const { status, error } = spawnSync(command, args, { stdio: 'inherit' });
  if (error)
    throw new Error(`${command} cannot be started; Python 3.10 or newer is needed, with venv`, { cause: error });
  if (status !== 0) throw new Error(`${command} ${args.join(' ')} failed`);
}

/**
 * Installs schemathesis into a virtual environment of its own, unless it is there: the package of PyPI in one version.
 *
 * @throws Error without Python, or when the package cannot be fetched
 */
export function install(): void {
  if (existsSync(PROGRAM)) return;
  console.log(`Fetching schemathesis ${VERSION} from PyPI into ${FOLDER}`);
  run('python3', ['-m', 'venv', FOLDER]);
  run(join(FOLDER, 'bin', 'python'), ['-m', 'pip', 'install', '--quiet', `schemathesis==${VERSION}`]);
}

/**
 * Runs schemathesis. Its output goes to ours, and it keeps its notes in its own folder.
 *
 * @returns its exit code: 0 without a failure, 1 with some
 */
export async function schemathesis(args: readonly string[]): Promise<number> {
  const child = spawn(PROGRAM, args, { cwd: FOLDER, stdio: 'inherit' });
  const [code] = (await once(child, 'exit')) as [number | null];
  return code ?? 2;
}
