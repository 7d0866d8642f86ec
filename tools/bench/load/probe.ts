import { spawn } from 'node:child_process';
import { createInterface } from 'node:readline';

/** How long a request that needs nothing had to wait, in milliseconds. */
export interface Waits {
  readonly p99: number;
  readonly longest: number;
}

/** Watches a server's event loop, from a process that nothing else holds up, while some work is done. */
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
