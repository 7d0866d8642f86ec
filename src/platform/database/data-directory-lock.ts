import { Injectable, type OnApplicationShutdown } from '@nestjs/common';
import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { hostname } from 'node:os';
import { join } from 'node:path';
import { Environment } from '../environment.js';
import { dataDirectory } from './orm-options.js';

interface Holder {
  readonly pid: number;
  readonly host: string;
  /**
   * Start time of the process as the kernel counts it: tells a living holder from another process with a recycled pid.
   */
  readonly started: string;
}

/**
 * Another server has the data directory open. A second one would lose what the first one writes, so it does not start.
 */
export class DataDirectoryLockedError extends Error {
  constructor(directory: string, pid: number) {
    super(
      `DATA_DIR ${directory} is in use by the server with process id ${pid}. Stop that one, or use another folder.`,
    );
    this.name = DataDirectoryLockedError.name;
  }
}

const START_TIME_FIELD = 19;

/** Linux only; elsewhere, any living process with the holder's pid counts as the holder. */
function startTime(pid: number): string {
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, 'utf8');
    return stat.slice(stat.lastIndexOf(')') + 2).split(' ')[START_TIME_FIELD] ?? '';
  } catch {
    return '';
  }
}

function hasCode(error: unknown, code: string): boolean {
  return typeof error === 'object' && error !== null && 'code' in error && error.code === code;
}

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return hasCode(error, 'EPERM');
  }
}

function livingHolder(file: string): Holder | undefined {
  try {
    const holder = JSON.parse(readFileSync(file, 'utf8')) as Holder;
    const alive = holder.host === hostname() && isAlive(holder.pid) && startTime(holder.pid) === holder.started;
    return alive ? holder : undefined;
  } catch {
    return undefined;
  }
}

/**
 * Locks the data directory for this process, and creates it if it is missing. A lock that a killed process has left
 * does not count, nor does one from another host (a container that was made again on the same volume).
 *
 * @returns a function that releases the directory
 * @throws DataDirectoryLockedError while a living process holds it
 */
export function lockDataDirectory(directory: string): () => void {
  mkdirSync(directory, { recursive: true, mode: 0o700 });
  const file = join(directory, 'server.lock');
  const holder: Holder = { pid: process.pid, host: hostname(), started: startTime(process.pid) };
  for (;;) {
    try {
      writeFileSync(file, JSON.stringify(holder), { flag: 'wx', mode: 0o600 });
      return () => rmSync(file, { force: true });
    } catch (error) {
      if (!hasCode(error, 'EEXIST')) throw error;
      const other = livingHolder(file);
      if (other) throw new DataDirectoryLockedError(directory, other.pid);
      rmSync(file, { force: true });
    }
  }
}

/** Holds the lock on the data directory from before the embedded database is opened until after it is closed. */
@Injectable()
export class DataDirectory implements OnApplicationShutdown {
  private readonly release: () => void;

  /** @throws DataDirectoryLockedError when another server has the embedded database open */
  constructor(environment: Environment) {
    const directory = dataDirectory(environment);
    this.release = directory === undefined ? () => undefined : lockDataDirectory(directory);
  }

  onApplicationShutdown(): void {
    this.release();
  }
}
