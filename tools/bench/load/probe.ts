import { spawn } from 'node:child_process';
import { createInterface } from 'node:readline';

/** How long a request that costs no work had to wait, in milliseconds. */
export interface Waits {
  readonly p99: number;
  readonly longest: number;
}

/** Watches a server's event loop during some work, from a process that nothing else blocks. */
export async function probing(origin: string, work: () => Promise<void>): Promise<Waits> {
  const child = spawn(process.execPath, ['--import', 'tsx', 'tools/bench/load/probe-process.ts', origin], {
    stdio: ['pipe', 'pipe', 'inherit'],
  });
  const lines = createInterface({ input: child.stdout })[Symbol.asyncIterator]();
  await lines.next();
  await work();
  child.stdin.end();
  const { value } = await lines.next();
  return JSON.parse(String(value)) as Waits;
}
