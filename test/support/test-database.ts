import { randomBytes } from 'node:crypto';
import { readFileSync } from 'node:fs';
import type { ConnectionOptions } from '../../src/platform/database/orm-options.js';
import type { Environment } from '../../src/platform/environment.js';
import { administer, databaseUrl, template } from './template-database.js';

/** A fresh, migrated database of the kind under test. */
export interface TestDatabase {
  /** Settings that lead a server to it. */
  readonly settings: Partial<Environment>;
  /** How to open it, if not as usual; an embedded one can be opened once. */
  readonly connection?: Partial<ConnectionOptions>;
  drop(): Promise<void>;
}

function embedded(): TestDatabase {
  return {
    settings: { DATA_DIR: 'memory://' },
    connection: { embedded: { loadDataDir: new Blob([readFileSync(template())]) } },
    drop: () => Promise.resolve(),
  };
}

async function onServer(url: string): Promise<TestDatabase> {
  const name = `rolecall_test_${randomBytes(6).toString('hex')}`;
  await administer(url, `create database ${name} template ${template()}`);
  return {
    settings: { DATABASE_URL: databaseUrl(url, name) },
    drop: () => administer(url, `drop database if exists ${name} with (force)`),
  };
}

/** Whether the tests run on a PostgreSQL server rather than on the embedded database. */
export const onPostgreSql = Boolean(process.env.TEST_DATABASE_URL);

/** Copies the template database. */
export async function createTestDatabase(): Promise<TestDatabase> {
  const { TEST_DATABASE_URL: url } = process.env;
  return url ? onServer(url) : embedded();
}
