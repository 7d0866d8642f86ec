import { readFileSync } from 'node:fs';

const TICK_MS = 10;
const MEBIBYTE_IN_KIBIBYTES = 1024;

/** The system has no such file; ESRCH means that the process ended while it was read. */
const ABSENT: readonly (string | undefined)[] = ['ENOENT', 'ESRCH'];

/** A file of a process under `/proc`; empty if the system has none. */
function read(pid: number, name: string): string {
  try {
    return readFileSync(`/proc/${pid}/${name}`, 'utf8');
  } catch (error) {
    if (ABSENT.includes((error as NodeJS.ErrnoException).code)) return '';
    throw error;
  }
}

/** The system's figures of a process; times are milliseconds of processor time since it began. */
export interface Process {
  readonly name: string;
  readonly parent: number;
  readonly time: number;
  /** The time of children that have ended and were waited for. */
  readonly timeOfChildren: number;
}

/** @returns undefined when the process does not exist */
export function processOf(pid: number): Process | undefined {
  const stat = read(pid, 'stat');
  const end = stat.lastIndexOf(') ');
  if (end === -1) return undefined;
  const fields = stat.slice(end + 2).split(' ');
  const [user = 0, system = 0, userOfChildren = 0, systemOfChildren = 0] = fields.slice(11, 15).map(Number);
  return {
    name: stat.slice(stat.indexOf('(') + 1, end),
    parent: Number(fields[1]),
    time: (user + system) * TICK_MS,
    timeOfChildren: (userOfChildren + systemOfChildren) * TICK_MS,
  };
}

/** Milliseconds of processor time that a process has taken since it began. */
export function processorTime(pid: number): number {
  return processOf(pid)?.time ?? 0;
}

function mebibytes(text: string, name: string): number {
  const kibibytes = new RegExp(`^${name}:\\s+(\\d+) kB`, 'm').exec(text)?.[1];
  return Math.round(Number(kibibytes ?? 0) / MEBIBYTE_IN_KIBIBYTES);
}

/** Resident memory of a process in mebibytes. */
export function residentMemory(pid: number): number {
  return mebibytes(read(pid, 'status'), 'VmRSS');
}

/** The highest resident memory of a process so far, in mebibytes; the system keeps it. */
export function highestMemory(pid: number): number {
  return mebibytes(read(pid, 'status'), 'VmHWM');
}

/**
 * Resident memory in mebibytes, in which pages shared by several processes count in part for each (PSS). The system
 * walks all pages for it, which holds the process up for a moment.
 */
export function proportionalMemory(pid: number): number {
  return mebibytes(read(pid, 'smaps_rollup'), 'Pss');
}
