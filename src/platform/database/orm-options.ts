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

/** Whether data lives in the embedded database in this process. */
export function isEmbedded(environment: Environment): boolean {
  return environment.DATABASE_URL === undefined;
}

/** The folder of the embedded database, or undefined when it keeps nothing or PostgreSQL is used. */
export function dataDirectory(environment: Environment): string | undefined {
  if (!isEmbedded(environment) || environment.DATA_DIR.startsWith('memory:')) return undefined;
  return resolve(environment.DATA_DIR);
}

/** How the database is opened, beside the settings. Tests bring a database and migrations of their own. */
export class ConnectionOptions {
  /** What PGlite is opened with, in place of an empty cluster in the data directory. */
  readonly embedded: Readonly<Record<string, unknown>> = {};
  /** What the schema is brought up to date by. */
  readonly migrations: readonly NamedMigration[] = migrations;
}

function embeddedOptions(environment: Environment): Record<string, unknown> {
  const directory = dataDirectory(environment);
  return { dataDir: directory === undefined ? 'memory://' : join(directory, 'pglite') };
}

const logger = new Logger('MikroORM');

/**
 * Compiling a large filter to machine code takes PostgreSQL a minute where running it takes milliseconds; and no
 * statement of ours may hold its locks for longer than a client waits for an answer.
 */
const SESSION_OPTIONS = '-c jit=off -c statement_timeout=55s -c idle_in_transaction_session_timeout=60s';

/** A request that finds no connection free for so long is answered 503; clients give up at 30 to 60 seconds. */
const CONNECTION_WAIT_MS = 25_000;

/**
 * How the ORM reaches either database: the same migrations and the same SQL run on both. Entities are read as they are
 * stored at that moment and never kept: statements over sets beside them would make what is kept untrue.
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
