import pg from 'pg';
import { Cluster } from '../../harness/cluster.js';
import { ServerProcess } from '../../harness/server-process.js';
import { Target } from '../load/target.js';
import { startFloor } from './floor-process.js';
import type { Side } from './place.js';
import { Processors } from './processors.js';
import { serverSettings, TOKEN } from './server-settings.js';

/** The server and the floor, each on a database of its own that has an organization and its Owner, and nothing else. */
export interface FirstDay {
  readonly targets: Readonly<Record<Side, Target>>;
  readonly processors: Processors;
  readonly databases: Readonly<Record<Side, pg.Client>>;
  close(): Promise<void>;
}

interface Running {
  readonly origin: string;
  readonly pid: number;
  stop(): Promise<unknown>;
}

async function start(side: Side, url: string): Promise<Running> {
  const server = await ServerProcess.start(serverSettings(url));
  if (side === 'server') return server;
  await server.stop();
  return startFloor(serverSettings(url));
}

async function connect(url: string): Promise<pg.Client> {
  const client = new pg.Client(url);
  await client.connect();
  return client;
}

/** @throws Error if something does not start; then nothing is left running */
async function open(cluster: Cluster, stops: (() => Promise<unknown>)[]): Promise<FirstDay> {
  await cluster.query('alter system set autovacuum = off');
  await cluster.query('select pg_reload_conf()');
  const opened = async (side: Side) => {
    await cluster.query(`create database ${side}`);
    const url = new URL(cluster.url);
    url.pathname = `/${side}`;
    const running = await start(side, url.href);
    stops.push(() => running.stop());
    const database = await connect(url.href);
    stops.push(() => database.end());
    const target = Target.at(running, TOKEN);
    stops.push(() => {
      target.close();
      return Promise.resolve();
    });
    return { target, database };
  };
  const [server, floor] = [await opened('server'), await opened('floor')];
  return {
    targets: { server: server.target, floor: floor.target },
    databases: { server: server.database, floor: floor.database },
    processors: await Processors.watch(server.database),
    close: async () => {
      for (const stop of stops.reverse()) await stop();
      await cluster.remove();
    },
  };
}

/**
 * Opens both sides on a cluster of their own whose autovacuum is off: PostgreSQL has no statistics of any table, and
 * never will.
 */
export async function openFirstDay(): Promise<FirstDay> {
  const cluster = await Cluster.start();
  const stops: (() => Promise<unknown>)[] = [];
  try {
    return await open(cluster, stops);
  } catch (error) {
    for (const stop of stops.reverse()) await stop();
    await cluster.remove();
    throw error;
  }
}
