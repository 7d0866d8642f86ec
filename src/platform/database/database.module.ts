import { MikroORM } from '@mikro-orm/core';
import { MikroOrmModule } from '@mikro-orm/nestjs';
import { PostgreSqlDriver } from '@mikro-orm/postgresql';
import { SqlEntityManager } from '@mikro-orm/sql';
import { Module } from '@nestjs/common';
import { Environment } from '../environment.js';
import { ConnectionModule } from './connection.module.js';
import { DataDirectory } from './data-directory-lock.js';
import { Database } from './database.js';
import { migrate } from './migrate.js';
import { ConnectionOptions, isEmbedded, ormOptions } from './orm-options.js';
import { TransactionHooks } from './transaction-hooks.js';
import { Transactions } from './transactions.js';

/** Migrates the schema before anything gets the entity manager. */
async function migratedManager(orm: MikroORM, environment: Environment): Promise<SqlEntityManager> {
  await migrate(orm, isEmbedded(environment));
  return orm.em as SqlEntityManager;
}

/** The database, with the entities that the modules register (`MikroOrmModule.forFeature`). */
@Module({
  imports: [
    ConnectionModule,
    MikroOrmModule.forRootAsync({
      imports: [ConnectionModule],
      inject: [Environment, ConnectionOptions, DataDirectory],
      useFactory: (environment: Environment, connection: ConnectionOptions) => ({
        ...ormOptions(environment, connection),
        autoLoadEntities: true,
        registerRequestContext: false,
      }),
      // only for injection: the options decide which of the two drivers is used
      driver: PostgreSqlDriver,
    }),
  ],
  providers: [
    { provide: SqlEntityManager, useFactory: migratedManager, inject: [MikroORM, Environment] },
    Database,
    Transactions,
    TransactionHooks,
  ],
  exports: [Database, Transactions, TransactionHooks],
})
export class DatabaseModule {}
