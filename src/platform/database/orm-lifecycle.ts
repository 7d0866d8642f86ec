import { Injectable, type OnApplicationShutdown } from '@nestjs/common';
import type { MikroORM } from '@mikro-orm/core';
import type { Environment } from '../environment.js';
import { lockDataDirectory } from './data-directory-lock.js';
import { migrate } from './migrate.js';
import type { NamedMigration } from './migrations/index.js';
import { connect, dataDirectory, type EmbeddedOptions, isEmbedded } from './connect.js';

/** Holds the database open from before the first module starts until the last request is done. */
@Injectable()
export class OrmLifecycle implements OnApplicationShutdown {
  private constructor(
    readonly orm: MikroORM,
    private readonly release: () => void,
  ) {}

  /**
   * Takes the data directory if there is one, connects, and migrates.
   * @throws DataDirectoryLockedError when another server has the embedded database open
   */
  static async open(
    environment: Environment,
    embedded?: EmbeddedOptions,
    migrations?: readonly NamedMigration[],
  ): Promise<OrmLifecycle> {
    const directory = dataDirectory(environment);
    const release = directory === undefined ? () => undefined : lockDataDirectory(directory);
    try {
      const orm = await connect(environment, embedded, migrations);
      await migrate(orm, isEmbedded(environment));
      return new OrmLifecycle(orm, release);
    } catch (error) {
      release();
      throw error;
    }
  }

  async onApplicationShutdown(): Promise<void> {
    await this.orm.close(true);
    this.release();
  }
}
