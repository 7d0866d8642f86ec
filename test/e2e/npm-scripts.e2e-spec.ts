import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { pause } from '../../tools/harness/wire.js';

/** Replaces the program that a script runs: it reports that it runs, and ends properly when it is told to. */
const PROGRAM = `#!/usr/bin/env node
  const { writeFileSync } = require('node:fs');
  process.on('SIGTERM', () => { writeFileSync('stopped', ''); process.exit(0); });
  setInterval(() => {}, 1000);
  writeFileSync('pid', String(process.pid));
`;

/** Scripts that build or check before they run something, and those that run it at once. */
const SCRIPTS = ['start', 'cli', 'bench', 'test:browser', 'screenshots', 'start:dev', 'console', 'demo', 'test'];
const OTHERS = ['test:unit', 'test:e2e', 'chaos', 'stress', 'scale', 'fuzz'];

describe('A signal to npm', () => {
  const folder = mkdtempSync(join(tmpdir(), 'rolecall-npm-scripts-'));
  const at = (name: string) => join(folder, name);

  beforeAll(() => {
    const { scripts } = JSON.parse(readFileSync('package.json', 'utf8')) as { scripts: Record<string, string> };
    const builds = Object.fromEntries(['build', 'build:if-older'].map((name) => [name, 'true']));
    writeFileSync(at('package.json'), JSON.stringify({ name: 'stand-in', scripts: { ...scripts, ...builds } }));
    const programs = ['vite', 'nest', 'tsx'].map((name) => `node_modules/.bin/${name}`);
    for (const name of [...programs, 'dist/main.js', 'dist/cli.js', 'node_modules/jest/bin/jest.js']) {
      mkdirSync(dirname(at(name)), { recursive: true });
      writeFileSync(at(name), PROGRAM, { mode: 0o755 });
    }
  });
  afterAll(() => rmSync(folder, { recursive: true }));

  async function within(seconds: number, isTrue: () => boolean): Promise<boolean> {
    const until = performance.now() + seconds * 1_000;
    while (performance.now() < until && !isTrue()) await pause(20);
    return isTrue();
  }

  it.each([...SCRIPTS, ...OTHERS])('reaches what "npm run %s" runs', async (name) => {
    for (const file of ['pid', 'stopped']) rmSync(at(file), { force: true });
    const npm = spawn('npm', ['run', '-s', name], { cwd: folder, stdio: 'ignore' });
    const gone = once(npm, 'exit');
    expect(await within(20, () => existsSync(at('pid')) && readFileSync(at('pid'), 'utf8') !== '')).toBe(true);
    npm.kill('SIGTERM');
    await gone;
    const pid = Number(readFileSync(at('pid'), 'utf8'));
    const isStopped = await within(3, () => existsSync(at('stopped')));
    if (!isStopped) process.kill(pid, 'SIGKILL');
    expect(isStopped).toBe(true);
  });
});
