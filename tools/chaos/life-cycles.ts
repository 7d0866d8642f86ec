import { execFile } from 'node:child_process';
import { promisify } from 'node:util';

const run = promisify(execFile);

/** An organization of its own, with its Owner's token. */
export interface Founded {
  readonly id: number;
  readonly token: string;
}

/** Makes an organization from the command line while servers run, as an operator does. */
export async function found(databaseUrl: string, title: string): Promise<Founded> {
  const args = ['--title', title, '--owner-email', `owner@${title}.test`, '--json'];
  const { stdout } = await run(process.execPath, ['dist/cli.js', 'organization', 'create', ...args], {
    env: { ...process.env, DATABASE_URL: databaseUrl },
  });
  return JSON.parse(stdout) as Founded;
}

/**
 * Plays the life cycle of the demo, which checks every answer.
 *
 * @returns its last line, and whether everything was as expected
 */
export async function playLifeCycle(origin: string, token: string): Promise<{ good: boolean; summary: string }> {
  const args = ['--import', 'tsx', 'tools/demo/main.ts', '--url', origin, '--token', token];
  const env = { ...process.env, NO_COLOR: '1' };
  const { stdout, good } = await run(process.execPath, args, { env, maxBuffer: 1 << 26 }).then(
    (done) => ({ stdout: done.stdout, good: true }),
    (error: unknown) => ({ stdout: String((error as { stdout?: unknown }).stdout ?? error), good: false }),
  );
  const summary = good ? (stdout.trim().split('\n').at(-1) ?? '') : stdout.slice(-2_000);
  return { good, summary };
}
