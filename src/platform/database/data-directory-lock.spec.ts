import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { existsSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { hostname, tmpdir } from 'node:os';
import { join } from 'node:path';
import { DataDirectoryLockedError, lockDataDirectory } from './data-directory-lock.js';

/** Larger than any process id that Linux or macOS assigns. */
const NO_PROCESS = 2 ** 30;

describe(lockDataDirectory.name, () => {
  let parent: string;
  let directory: string;
  let file: string;

  beforeEach(() => {
    parent = mkdtempSync(join(tmpdir(), 'rolecall-lock-'));
    directory = join(parent, 'data');
    file = join(directory, 'server.lock');
  });
  afterEach(() => rmSync(parent, { recursive: true }));

  const holder = (): Record<string, unknown> => JSON.parse(readFileSync(file, 'utf8'));
  /** Makes the lock look as if another process had left it. */
  function leaveBehind(changes: object): void {
    lockDataDirectory(directory);
    writeFileSync(file, JSON.stringify({ ...holder(), ...changes }));
  }

  it('makes a directory that nobody else can read, and says who holds it', () => {
    lockDataDirectory(directory);
    expect(statSync(directory).mode & 0o077).toBe(0);
    expect(holder()).toMatchObject({ pid: process.pid, host: hostname() });
  });

  it('refuses a second server, naming the first', () => {
    lockDataDirectory(directory);
    expect(() => lockDataDirectory(directory)).toThrow(DataDirectoryLockedError);
    expect(() => lockDataDirectory(directory)).toThrow(`process id ${process.pid}`);
  });

  it('lets the next one in when it is given back', () => {
    lockDataDirectory(directory)();
    expect(existsSync(file)).toBe(false);
    expect(() => lockDataDirectory(directory)).not.toThrow();
  });

  it.each([
    ['a process that is dead', { pid: NO_PROCESS }],
    ['another process with the same id', { started: 'long ago' }],
    ['a container that is gone', { host: 'another-host' }],
  ])('is taken over from %s', (_, changes) => {
    leaveBehind(changes);
    lockDataDirectory(directory);
    expect(holder()).toMatchObject({ pid: process.pid, host: hostname() });
  });

  it.each(['', '{"pid":', 'null', '[]'])('is taken over from a file that says %j', (content) => {
    lockDataDirectory(directory);
    writeFileSync(file, content);
    expect(() => lockDataDirectory(directory)).not.toThrow();
  });
});
