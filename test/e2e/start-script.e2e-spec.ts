import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';

/** Stands for the server: says who it is, and ends as one that is told to. */
const SERVER = `
  require('node:fs').writeFileSync('held', '');
  const waiting = setInterval(() => undefined, 1000);
  process.on('SIGTERM', () => { require('node:fs').rmSync('held'); clearInterval(waiting); });
  console.log('server ' + process.pid);
`;

function isRunning(pid: number): boolean {
  try {
    return process.kill(pid, 0);
  } catch {
    return false;
  }
}

describe('npm start', () => {
  const folder = mkdtempSync(join(tmpdir(), 'rolecall-start-'));
  let server: number | undefined;

  beforeAll(() => {
    const { scripts } = JSON.parse(readFileSync('package.json', 'utf8')) as { scripts: { start: string } };
    mkdirSync(join(folder, 'dist'));
    writeFileSync(join(folder, 'dist/main.js'), SERVER);
    const manifest = { name: 'stand-in', scripts: { start: scripts.start, build: 'node --version' } };
    writeFileSync(join(folder, 'package.json'), JSON.stringify(manifest));
  });
  afterAll(() => {
    if (server !== undefined && isRunning(server)) process.kill(server, 'SIGKILL');
    rmSync(folder, { recursive: true });
  });

  it('passes SIGTERM on to the server, which ends and lets go of what it held', async () => {
    const npm = spawn('npm', ['start'], { cwd: folder, stdio: ['ignore', 'pipe', 'inherit'] });
    const ended = once(npm, 'exit');
    for await (const line of createInterface({ input: npm.stdout })) {
      server = Number(/^server (\d+)$/.exec(line)?.[1] ?? Number.NaN);
      if (!Number.isNaN(server)) break;
    }
    expect(existsSync(join(folder, 'held'))).toBe(true);
    npm.kill('SIGTERM');
    await ended;
    expect({ isRunning: isRunning(server ?? 0), isHeld: existsSync(join(folder, 'held')) }).toEqual({
      isRunning: false,
      isHeld: false,
    });
  }, 60_000);
});
