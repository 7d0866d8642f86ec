import { Injectable, Logger, type OnApplicationBootstrap, type OnApplicationShutdown } from '@nestjs/common';
import { sql } from 'kysely';
import { Environment } from '../environment.js';
import { Database } from './database.js';
import { isEmbedded } from './connect.js';

const EVERY_MS = 10 * 60 * 1000;

/** PGlite has neither autovacuum nor a checkpointer: without this, tables and write-ahead log would only ever grow. */
@Injectable()
export class EmbeddedMaintenance implements OnApplicationBootstrap, OnApplicationShutdown {
  private readonly logger = new Logger(EmbeddedMaintenance.name);
  private timer?: NodeJS.Timeout;

  constructor(
    private readonly environment: Environment,
    private readonly database: Database,
  ) {}

  onApplicationBootstrap(): void {
    if (!isEmbedded(this.environment)) return;
    this.timer = setInterval(() => void this.run(), EVERY_MS).unref();
  }

  onApplicationShutdown(): void {
    clearInterval(this.timer);
  }

  /** One round; a failure is logged and the next round tries again. */
  async run(): Promise<void> {
    try {
      await this.database.rows(sql`vacuum (analyze)`);
      await this.database.rows(sql`checkpoint`);
    } catch (error) {
      this.logger.error(error);
    }
  }
}
