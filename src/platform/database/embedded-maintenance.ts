import { Injectable, type OnModuleInit } from '@nestjs/common';
import { sql } from 'kysely';
import { Environment } from '../environment.js';
import { Jobs } from '../jobs/jobs.js';
import { isEmbedded } from './orm-options.js';
import { Database } from './database.js';

const EVERY_MS = 10 * 60 * 1000;
const PLANS_EVERY_MS = 10 * 1000;

/**
 * Does what PGlite lacks, autovacuum and a checkpointer: without it, tables and write-ahead log would only ever grow.
 */
@Injectable()
export class EmbeddedMaintenance implements OnModuleInit {
  constructor(
    private readonly environment: Environment,
    private readonly database: Database,
    private readonly jobs: Jobs,
  ) {}

  onModuleInit(): void {
    if (!isEmbedded(this.environment)) return;
    this.jobs.add({ name: 'maintenance of the embedded database', everyMs: EVERY_MS, run: () => this.run() });
    this.jobs.add({
      name: 'plans of the embedded database',
      everyMs: PLANS_EVERY_MS,
      run: () => this.renewPlans(),
    });
  }

  async run(): Promise<void> {
    await this.database.rows(sql`vacuum (analyze)`);
    await this.database.rows(sql`checkpoint`);
  }

  /**
   * Discards plans. PGlite keeps those of foreign keys: one made while a table had a few rows reads all of it, however
   * many there are now.
   */
  private async renewPlans(): Promise<void> {
    await this.database.rows(sql`discard plans`);
  }
}
