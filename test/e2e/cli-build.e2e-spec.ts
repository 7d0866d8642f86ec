import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { execFile } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, utimesSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';

const run = promisify(execFile);

/** Replaces the compiler: its output prints what the source said when it was built. */
const BUILD = `
  const { mkdirSync, readFileSync, writeFileSync } = require('node:fs');
  console.log('building');
  mkdirSync('dist', { recursive: true });
  writeFileSync('dist/cli.js', 'console.log(' + JSON.stringify(readFileSync('src/cli.ts', 'utf8')) + ')');
`;

describe('npm run cli', () => {
  const folder = mkdtempSync(join(tmpdir(), 'rolecall-cli-build-'));
  const source = join(folder, 'src/cli.ts');

  function write(text: string, secondsFromNow = 0): void {
    writeFileSync(source, text);
    const moment = Date.now() / 1000 + secondsFromNow;
    utimesSync(source, moment, moment);
  }

  async function cli(): Promise<{ out: string; builds: boolean }> {
    const { stdout, stderr } = await run('npm', ['run', '-s', 'cli'], { cwd: folder });
    return { out: stdout.trim(), builds: stderr.includes('building') };
  }

  beforeAll(() => {
    const { scripts } = JSON.parse(readFileSync('package.json', 'utf8')) as { scripts: { cli: string } };
    mkdirSync(join(folder, 'src'));
    writeFileSync(join(folder, 'build.cjs'), BUILD);
    const manifest = { name: 'stand-in', scripts: { cli: scripts.cli, build: 'node build.cjs' } };
    writeFileSync(join(folder, 'package.json'), JSON.stringify(manifest));
  });
  afterAll(() => rmSync(folder, { recursive: true }));

  it('builds when nothing is built or the source is newer, and only then; what it says of that is no output', async () => {
    write('first');
    const runs = [await cli(), await cli()];
    write('second', 60);
    runs.push(await cli());
    write('second', -60);
    utimesSync(join(folder, 'src'), 0, 0);
    runs.push(await cli());
    expect(runs).toEqual([
      { out: 'first', builds: true },
      { out: 'first', builds: false },
      { out: 'second', builds: true },
      { out: 'second', builds: false },
    ]);
  });

  it('runs what is built where there is no source, as in the container', async () => {
    rmSync(join(folder, 'src'), { recursive: true });
    expect(await cli()).toEqual({ out: 'second', builds: false });
  });
});
