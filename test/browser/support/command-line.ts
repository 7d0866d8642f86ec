import { execFile } from 'node:child_process';
import { promisify } from 'node:util';

/** Makes a token for somebody in a data directory that no server uses. */
export async function createTokenFor(email: string, dataDirectory: string): Promise<string> {
  const command = ['cli.js', 'token', 'create', '--organization', '1', '--email', email, '--name', 'browser'];
  const { stdout } = await promisify(execFile)(process.execPath, [...command, '--json'], {
    cwd: 'dist',
    env: { ...process.env, DATA_DIR: dataDirectory },
  });
  const { token } = JSON.parse(stdout) as { token: string };
  return token;
}
