import { PGlite } from '@electric-sql/pglite';
import { mkdirSync, renameSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { migrate } from '../../src/platform/database/migrate.js';
import { openOrm } from './open-orm.js';

/**
 * Drops what `create database` copies by default: two thirds of the files of a fresh cluster, and no test creates one.
 */
const WITHOUT_TEMPLATES = [
  'update pg_database set datistemplate = false where datistemplate',
  'drop database template0',
  'drop database template1',
  'checkpoint',
];

/** Writes the data directory of a migrated embedded database to a file; the file is complete or missing. */
export async function makeEmbedded(file: string): Promise<void> {
  const pglite = await PGlite.create('memory://');
  const orm = await openOrm({ DATA_DIR: 'memory://' }, { embedded: { pglite } });
  await migrate(orm, true);
  for (const statement of WITHOUT_TEMPLATES) await pglite.exec(statement);
  const dump = await pglite.dumpDataDir('none');
  await orm.close(true);
  await pglite.close();
  mkdirSync(dirname(file), { recursive: true });
  writeFileSync(`${file}.${process.pid}`, Buffer.from(await dump.arrayBuffer()));
  renameSync(`${file}.${process.pid}`, file);
}

/** Migrates the empty database at a URL. */
export async function migrateServer(url: string): Promise<void> {
  const orm = await openOrm({ DATABASE_URL: url });
  await migrate(orm, false);
  await orm.close(true);
}
