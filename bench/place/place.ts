import pg from 'pg';
import { ServerProcess } from '../../test/support/server-process.js';
import { Target } from '../load/target.js';
import type { BenchOptions } from '../options.js';
import { type Cluster, openCluster } from './cluster.js';
import { FloorProcess } from './floor-process.js';
import { MemoryWatch } from './process.js';
import { type Seeded, seed } from './seed.js';

const TOKEN = 'the-owners-token-in-benchmarks';

/** The two that are compared. */
export type Side = 'server' | 'floor';

/** Where everything is measured: one database, the server and the floor upon it, and what is in it. */
export interface Place {
  readonly targets: Readonly<Record<Side, Target>>;
  readonly memory: MemoryWatch;
  readonly seeded: Seeded;
  /** For what no request can do quickly, between the measurements. */
  readonly database: pg.Client;
  close(): Promise<void>;
}

/** As an operator runs it, but for the brake on request rates, which one client would meet at once. */
function settings(databaseUrl: string): Record<string, string> {
  return {
    DATABASE_URL: databaseUrl,
    OWNER_TOKEN: TOKEN,
    LOG_LEVEL: 'info',
    RATE_LIMIT_PER_MINUTE: '0',
    RECONCILE_EVERY_HOURS: '0',
    NODE_ENV: 'production',
  };
}

async function furnish(cluster: Cluster, options: BenchOptions): Promise<Place> {
  const server = await ServerProcess.start(settings(cluster.url));
  const floor = await FloorProcess.start(cluster.url);
  const database = new pg.Client(cluster.url);
  await database.connect();
  const seeded = await seed(database, options.users);
  const targets = { server: Target.at(server, TOKEN), floor: Target.at(floor, TOKEN) };
  const memory = new MemoryWatch(server.pid);
  return {
    targets,
    memory,
    seeded,
    database,
    close: async () => {
      memory.stop();
      targets.server.close();
      targets.floor.close();
      await database.end();
      await Promise.all([server.stop(), floor.stop()]);
      await cluster.stop();
    },
  };
}

/** Starts and fills everything; what was started goes again if that fails. */
export async function openPlace(options: BenchOptions): Promise<Place> {
  const cluster = await openCluster(options.databaseUrl);
  try {
    return await furnish(cluster, options);
  } catch (error) {
    await cluster.stop();
    throw error;
  }
}
