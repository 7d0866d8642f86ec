import { execFile } from 'node:child_process';
import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import pg from 'pg';

const run = promisify(execFile);
const PROGRAM = join(import.meta.dirname, '../../.ci/postgres');

/** A throwaway PostgreSQL server, which tests may crash. */
export class Cluster {
  private constructor(
    private readonly directory: string,
    readonly url: string,
  ) {}

  /** Starts one as `.ci/postgres` makes it: fast, but a crash may lose the last commits. */
  static async start(): Promise<Cluster> {
    const directory = mkdtempSync(join(tmpdir(), 'rolecall-postgres-'));
    const { stdout } = await run(PROGRAM, ['start', directory]);
    return new Cluster(directory, stdout.trim());
  }

  /** Starts one that keeps what it has acknowledged, even if its processes are killed. */
  static async startDurable(): Promise<Cluster> {
    const cluster = await Cluster.start();
    await cluster.query('alter system set synchronous_commit = on');
    await cluster.query('select pg_reload_conf()');
    return cluster;
  }

  /** Opens a connection of the harness's own, not through anything that the server under test uses. */
  async connect(): Promise<pg.Client> {
    const client = new pg.Client({ connectionString: this.url, application_name: 'harness' });
    client.on('error', () => undefined);
    await client.connect();
    return client;
  }

  /** @returns the number of rows */
  async query(statement: string): Promise<number> {
    const client = await this.connect();
    try {
      return (await client.query(statement)).rowCount ?? 0;
    } finally {
      await client.end();
    }
  }

  /** Ends the server as a crash would. */
  async halt(): Promise<void> {
    await run(PROGRAM, ['halt', this.directory]);
  }

  /** Starts it again with the same data. */
  async resume(): Promise<void> {
    await run(PROGRAM, ['resume', this.directory]);
  }

  /** Ends it for good, and removes its data. */
  async remove(): Promise<void> {
    await run(PROGRAM, ['stop', this.directory]);
  }
}

/** A database to work on; removing it leaves a given one alone. */
export type WorkingDatabase = Pick<Cluster, 'url' | 'remove'>;

/** The database at a URL, or a new cluster if there is no URL. */
export async function databaseAt(url: string | undefined, start = () => Cluster.start()): Promise<WorkingDatabase> {
  return url ? { url, remove: () => Promise.resolve() } : start();
}
