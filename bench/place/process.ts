import { readFileSync } from 'node:fs';

const EVERY_MS = 100;
const MEBIBYTE_IN_KIBIBYTES = 1024;
const TICK_MS = 10;

/** A file of a process under `/proc`; empty where the system has none. */
function read(pid: number, name: string): string {
  try {
    return readFileSync(`/proc/${pid}/${name}`, 'utf8');
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return '';
    throw error;
  }
}

/** Milliseconds of processor time that a process has taken since it began. */
export function processorTime(pid: number): number {
  const [, fields = ''] = read(pid, 'stat').split(') ');
  const [user, system] = fields.split(' ').slice(11, 13).map(Number);
  return ((user ?? 0) + (system ?? 0)) * TICK_MS;
}

/** Resident memory of a process in mebibytes. */
function residentMemory(pid: number): number {
  const kibibytes = /^VmRSS:\s+(\d+) kB/m.exec(read(pid, 'status'))?.[1];
  return Math.round(Number(kibibytes ?? 0) / MEBIBYTE_IN_KIBIBYTES);
}

/** Watches the memory of a process while the phases run. */
export class MemoryWatch {
  private highest = 0;
  private readonly timer: NodeJS.Timeout;

  constructor(private readonly pid: number) {
    this.timer = setInterval(() => {
      this.look();
    }, EVERY_MS).unref();
  }

  /** What is resident now, in mebibytes. */
  get now(): number {
    return residentMemory(this.pid);
  }

  /** The most that was seen since the last call, in mebibytes. */
  takePeak(): number {
    this.look();
    const peak = this.highest;
    this.highest = 0;
    return peak;
  }

  stop(): void {
    clearInterval(this.timer);
  }

  private look(): void {
    this.highest = Math.max(this.highest, this.now);
  }
}
