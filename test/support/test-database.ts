import { randomBytes } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { type Environment } from '../../src/platform/environment.js';
import { OrmLifecycle } from '../../src/platform/database/orm-lifecycle.js';
import { administer, databaseUrl, template } from './template-database.js';

/** A fresh, migrated database of its own, on whichever kind is under test. */
export interface TestDatabase {
  /** Settings that lead a server to it. */
  readonly settings: Partial<Environment>;
  /** Opens it; an embedded one can be opened once. */
  open(environment: Environment): Promise<OrmLifecycle>;
  drop(): Promise<void>;
}

function embedded(): TestDatabase {
  return {
    settings: { DATA_DIR: 'memory://' },
    open: (environment) => OrmLifecycle.open(environment, { loadDataDir: new Blob([readFileSync(template())]) }),
    drop: () => Promise.resolve(),
  };
}

async function onServer(url: string): Promise<TestDatabase> {
  const name = `rolecall_test_${randomBytes(6).toString('hex')}`;
  await administer(url, `create database ${name} template ${template()}`);
  return {
    settings: { DATABASE_URL: databaseUrl(url, name) },
    open: (environment) => OrmLifecycle.open(environment),
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
