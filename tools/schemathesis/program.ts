import { spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { existsSync } from 'node:fs';
import { join } from 'node:path';

/** Moves with the figures in docs/reliability.md. */
const VERSION = '4.32.5';

/** Where tools keep what they can fetch again: nobody formats, lints or commits it. */
const FOLDER = join(process.cwd(), 'node_modules', '.cache', `schemathesis-${VERSION}`);
const PROGRAM = join(FOLDER, 'bin', 'st');

function run(command: string, args: readonly string[]): void {
  const { status, error } = spawnSync(command, args, { stdio: 'inherit' });
  if (error)
    throw new Error(`${command} cannot be started; Python 3.10 or newer is needed, with venv`, { cause: error });
  if (status !== 0) throw new Error(`${command} ${args.join(' ')} failed`);
}

/**
 * Puts schemathesis into a virtual environment of its own, unless it is there: the package of PyPI in one version.
 * @throws Error where there is no Python, or the package cannot be fetched
 */
export function install(): void {
  if (existsSync(PROGRAM)) return;
  console.log(`Fetching schemathesis ${VERSION} from PyPI into ${FOLDER}`);
  run('python3', ['-m', 'venv', FOLDER]);
  run(join(FOLDER, 'bin', 'python'), ['-m', 'pip', 'install', '--quiet', `schemathesis==${VERSION}`]);
}

/** Runs schemathesis, whose words go where ours do, and whose notes go where it is itself. @returns its exit code: 0 without a failure, 1 with some */
export async function schemathesis(args: readonly string[]): Promise<number> {
  const child = spawn(PROGRAM, args, { cwd: FOLDER, stdio: 'inherit' });
  const [code] = (await once(child, 'exit')) as [number | null];
  return code ?? 2;
}
