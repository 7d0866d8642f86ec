import type { Options } from '@mikro-orm/core';
import { Migrator } from '@mikro-orm/migrations';
import { PgliteDriver } from '@mikro-orm/pglite';
import { PostgreSqlDriver } from '@mikro-orm/postgresql';
import { SqlEntityManager } from '@mikro-orm/sql';
import { Logger } from '@nestjs/common';
import { join, resolve } from 'node:path';
import type { Environment } from '../environment.js';
import { migrations, type NamedMigration } from './migrations/index.js';
import { type ConnectionPool, giveBackLostConnections } from './lost-connections.js';
import { prepareMarkedStatements } from './prepared-statements.js';

/** Whether the data is in the embedded database of this process. */
export function isEmbedded(environment: Environment): boolean {
  return environment.DATABASE_URL === undefined;
}

/** The folder of the embedded database; undefined if it stores nothing or PostgreSQL is used. */
export function dataDirectory(environment: Environment): string | undefined {
  if (!isEmbedded(environment) || environment.DATA_DIR.startsWith('memory:')) return undefined;
  return resolve(environment.DATA_DIR);
}

/** How the database is opened, besides the settings. Tests bring their own database and migrations. */
export class ConnectionOptions {
  /** Options for PGlite, to open something other than the cluster in the data directory. */
  readonly embedded: Readonly<Record<string, unknown>> = {};
  /** The migrations that bring the schema up to date. */
  readonly migrations: readonly NamedMigration[] = migrations;
}

function embeddedOptions(environment: Environment): Record<string, unknown> {
  const directory = dataDirectory(environment);
  return { dataDir: directory === undefined ? 'memory://' : join(directory, 'pglite') };
}

const logger = new Logger('MikroORM');

/**
 * Turns JIT off, because PostgreSQL takes a minute to compile a large filter that runs in milliseconds, and limits how
 * long a statement may hold its locks to the time that clients wait for an answer.
 */
const SESSION_OPTIONS = '-c jit=off -c statement_timeout=55s -c idle_in_transaction_session_timeout=60s';

/** How long a request waits for a free connection before it is answered 503; clients give up after 30 to 60 seconds. */
const CONNECTION_WAIT_MS = 25_000;

/**
 * Options of the ORM for either database; the same migrations and the same SQL run on both. Entities are read as they
 * are stored at that moment and never cached, because statements over sets would make cached ones wrong.
 */
export function ormOptions(environment: Environment, connection: ConnectionOptions): Partial<Options> {
  const common = {
    colors: false,
    logger: (message: string) => {
      logger.log(message);
    },
    entityManager: SqlEntityManager,
    disableIdentityMap: true,
    discovery: { warnWhenNoEntities: false },
    extensions: [Migrator],
    migrations: {
      migrationsList: [...connection.migrations],
      tableName: 'migrations',
      snapshot: false,
      transactional: true,
      allOrNothing: true,
    },
  };
  if (isEmbedded(environment)) {
    const pglite = { ...embeddedOptions(environment), ...connection.embedded };
    return { ...common, driver: PgliteDriver, dbName: 'postgres', driverOptions: () => pglite };
  }
  return {
    ...common,
    driver: PostgreSqlDriver,
    ...(environment.DATABASE_URL === undefined ? {} : { clientUrl: environment.DATABASE_URL }),
    pool: { min: 0, max: environment.DATABASE_POOL_MAX },
    driverOptions: () => ({
      options: SESSION_OPTIONS,
      application_name: 'rolecall',
      connectionTimeoutMillis: CONNECTION_WAIT_MS,
      onPoolCreated: (pool: ConnectionPool & Parameters<typeof prepareMarkedStatements>[0]) => {
        giveBackLostConnections(pool);
        prepareMarkedStatements(pool);
      },
    }),
  };
}
