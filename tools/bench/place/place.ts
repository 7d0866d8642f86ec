import pg from 'pg';
import { databaseAt, type WorkingDatabase } from '../../harness/cluster.js';
import { ServerProcess } from '../../harness/server-process.js';
import { Target } from '../load/target.js';
import type { BenchOptions } from '../options.js';
import { startFloor } from './floor-process.js';
import { Instances } from './instances.js';
import { MemoryWatch } from './memory.js';
import { Processors } from './processors.js';
import { type Seeded, seed } from './seed.js';
import { serverSettings, TOKEN } from './server-settings.js';

/** The two that are compared. */
export type Side = 'server' | 'floor';

/** Everything that measurements need: one database, the server and the floor on it, and their contents. */
export interface Place {
  readonly targets: Readonly<Record<Side, Target>>;
  readonly memory: MemoryWatch;
  readonly processors: Processors;
  readonly seeded: Seeded;
  /** For work between measurements that no request can do quickly. */
  readonly database: pg.Client;
  readonly databaseUrl: string;
  /**
   * Starts two more instances of each side on the database. Those still running are stopped with the place.
   *
   * @param settings that differ from those of the place
   */
  startInstances(settings: Readonly<Record<string, string>>): Promise<Instances>;
  close(): Promise<void>;
}

async function runningOf(started: readonly Promise<Instances>[]): Promise<Instances[]> {
  const outcomes = await Promise.allSettled(started);
  return outcomes.flatMap((outcome) => (outcome.status === 'fulfilled' ? [outcome.value] : []));
}

async function furnish(cluster: WorkingDatabase, options: BenchOptions): Promise<Place> {
  const server = await ServerProcess.start(serverSettings(cluster.url));
  const floor = await startFloor(serverSettings(cluster.url));
  const database = new pg.Client(cluster.url);
  await database.connect();
  const seeded = await seed(database, options.users);
  const targets = { server: Target.at(server, TOKEN), floor: Target.at(floor, TOKEN) };
  const memory = new MemoryWatch(server.pid);
  const processors = await Processors.watch(database);
  const started: Promise<Instances>[] = [];
  return {
    targets,
    memory,
    processors,
    seeded,
    database,
    databaseUrl: cluster.url,
    startInstances: (others) => {
      const instances = Instances.start({ ...serverSettings(cluster.url), ...others }, TOKEN);
      started.push(instances);
      return instances;
    },
    close: async () => {
      memory.stop();
      targets.server.close();
      targets.floor.close();
      const instances = await runningOf(started);
      // all at once: a key pressed to end the run reaches every process, and one that has ended cannot be waited for
      await Promise.all([server.stop(), floor.stop(), ...instances.map((each) => each.stop())]);
      await database.end();
      await cluster.remove();
    },
  };
}

/** Starts and fills everything; if that fails, it stops what it started. */
export async function openPlace(options: BenchOptions): Promise<Place> {
  const cluster = await databaseAt(options.databaseUrl);
  try {
    return await furnish(cluster, options);
  } catch (error) {
    await cluster.remove();
    throw error;
  }
}
