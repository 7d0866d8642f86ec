import { execFileSync } from 'node:child_process';
import { residentMemory } from '../harness/process.js';

/** For systems without `/proc`. */
function askPs(pid: number): number {
  return Math.round(Number(execFileSync('ps', ['-o', 'rss=', '-p', String(pid)], { encoding: 'utf8' })) / 1024);
}

/** Resident memory of a process in mebibytes. */
export function residentMebibytes(pid: number): number {
  return residentMemory(pid) || askPs(pid);
}

const SAMPLE_MS = 250;

/** The most memory that a process uses during some work. */
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
