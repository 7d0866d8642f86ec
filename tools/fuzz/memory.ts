import { execFileSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';

/** Resident memory of a process in mebibytes. */
export function residentMebibytes(pid: number): number {
  const status = `/proc/${pid}/status`;
  const kibibytes = existsSync(status)
    ? /VmRSS:\s+(\d+)/.exec(readFileSync(status, 'utf8'))?.[1]
    : execFileSync('ps', ['-o', 'rss=', '-p', String(pid)], { encoding: 'utf8' });
  return Math.round(Number(kibibytes) / 1024);
}

const SAMPLE_MS = 250;

/** The most that a process has in memory while something is done. */
export async function peakDuring(pid: number, work: () => Promise<void>): Promise<number> {
  let peak = 0;
  const sample = () => {
    peak = Math.max(peak, residentMebibytes(pid));
  };
  const timer = setInterval(sample, SAMPLE_MS);
  await work();
  clearInterval(timer);
  sample();
  return peak;
}
