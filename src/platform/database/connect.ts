import type { MikroORM } from '@mikro-orm/core';
import { Logger } from '@nestjs/common';
import { Migrator } from '@mikro-orm/migrations';
import { MikroORM as PgliteMikroORM } from '@mikro-orm/pglite';
import { MikroORM as PostgreSqlMikroORM } from '@mikro-orm/postgresql';
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

/** What PGlite is opened with; tests start it from a ready-made template instead of an empty cluster. */
export type EmbeddedOptions = Record<string, unknown>;

function embeddedOptions(environment: Environment): EmbeddedOptions {
  const directory = dataDirectory(environment);
  return { dataDir: directory === undefined ? 'memory://' : join(directory, 'pglite') };
}

const logger = new Logger('MikroORM');

const common = {
  colors: false,
  logger: (message: string) => {
    logger.log(message);
  },
  entities: [],
  discovery: { warnWhenNoEntities: false },
  extensions: [Migrator],
};

const migrator = { tableName: 'migrations', snapshot: false, transactional: true, allOrNothing: true };

/**
 * Compiling a large filter to machine code takes PostgreSQL a minute where running it takes milliseconds; and no
 * statement of ours may hold its locks for longer than a client waits for an answer.
 */
const SESSION_OPTIONS = '-c jit=off -c statement_timeout=55s -c idle_in_transaction_session_timeout=60s';

/** A request that finds no connection free for so long is answered 503; clients give up at 30 to 60 seconds. */
const CONNECTION_WAIT_MS = 25_000;

/** Types with greater numbers than this are the rows of catalogs and tables, and arrays of them. */
const LAST_BASIC_TYPE = 10_000;

/**
 * PGlite copies its table of types for each statement, and two thirds of it are types that no statement of ours returns:
 * without them a small statement takes two thirds of the time.
 */
function forgetTypesOfCatalog({ parsers }: { parsers: Record<number, unknown> }): void {
  for (const type of Object.keys(parsers).map(Number)) if (type >= LAST_BASIC_TYPE) delete parsers[type];
}

/**
 * Connects to either database: the same migrations and the same SQL run on both.
 * @param migrationsList what the schema is brought up to date by
 */
export async function connect(
  environment: Environment,
  embedded: EmbeddedOptions = {},
  migrationsList: readonly NamedMigration[] = migrations,
): Promise<MikroORM> {
  const options = { ...common, migrations: { ...migrator, migrationsList: [...migrationsList] } };
  if (!isEmbedded(environment)) {
    return PostgreSqlMikroORM.init({
      ...options,
      clientUrl: environment.DATABASE_URL,
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
    });
  }
  const pglite = { ...embeddedOptions(environment), ...embedded };
  const orm = await PgliteMikroORM.init({ ...options, dbName: 'postgres', driverOptions: () => pglite });
  forgetTypesOfCatalog(await orm.em.getConnection().getNativeClient());
  return orm;
}
