import { PGlite } from '@electric-sql/pglite';
import { mkdirSync, renameSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { OrmLifecycle } from '../../src/platform/database/orm-lifecycle.js';
import { Environment } from '../../src/platform/environment.js';

/** What `create database` copies by default: two thirds of the files of a fresh cluster, and no test creates one. */
const WITHOUT_TEMPLATES = [
  'update pg_database set datistemplate = false where datistemplate',
  'drop database template0',
  'drop database template1',
  'checkpoint',
];

/** Writes the data directory of a migrated embedded database to a file, which is there whole or not at all. */
export async function makeEmbedded(file: string): Promise<void> {
  const pglite = await PGlite.create('memory://');
  const lifecycle = await OrmLifecycle.open(Object.assign(new Environment(), { DATA_DIR: 'memory://' }), { pglite });
  for (const statement of WITHOUT_TEMPLATES) await pglite.exec(statement);
  const dump = await pglite.dumpDataDir('none');
  await lifecycle.onApplicationShutdown();
  await pglite.close();
  mkdirSync(dirname(file), { recursive: true });
  writeFileSync(`${file}.${process.pid}`, Buffer.from(await dump.arrayBuffer()));
  renameSync(`${file}.${process.pid}`, file);
}

/** Migrates the empty database of that URL. */
export async function migrateServer(url: string): Promise<void> {
  const lifecycle = await OrmLifecycle.open(Object.assign(new Environment(), { DATABASE_URL: url }));
  await lifecycle.onApplicationShutdown();
}
