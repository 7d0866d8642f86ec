import { execFile } from 'node:child_process';
import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';

const run = promisify(execFile);

/** A PostgreSQL to measure on. */
export interface Cluster {
  readonly url: string;
  stop(): Promise<void>;
}

/** Uses the database that is given, or starts a cluster that goes when the run is over. */
export async function openCluster(url: string | undefined): Promise<Cluster> {
  if (url !== undefined) return { url, stop: () => Promise.resolve() };
  const directory = mkdtempSync(join(tmpdir(), 'rolecall-bench-'));
  const { stdout } = await run('.ci/postgres', ['start', directory]);
  return {
    url: stdout.trim(),
    stop: async () => {
      await run('.ci/postgres', ['stop', directory]);
    },
  };
}
