import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import { ServerProcess } from '../../harness/server-process.js';

const FLOOR = { args: ['--import', 'tsx', 'tools/bench/floor/main.ts'], ready: /floor on (http:\/\/\S+)/ };

let statements: Promise<string> | undefined;

/** The output of `server-statements.ts`; it runs only once. */
function serverStatements(): Promise<string> {
  const program = ['--import', 'tsx', 'tools/bench/floor/server-statements.ts'];
  statements ??= promisify(execFile)(process.execPath, program).then(({ stdout }) => stdout);
  return statements;
}

/**
 * Starts the floor in a process of its own, like the server.
 *
 * @param settings of those of the server, `DATABASE_URL` and `DATABASE_POOL_MAX`
 */
export async function startFloor(settings: Readonly<Record<string, string>>): Promise<ServerProcess> {
  return ServerProcess.run(FLOOR, { ...settings, FLOOR_STATEMENTS: await serverStatements() });
}
