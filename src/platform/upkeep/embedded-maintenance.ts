import { Injectable, type OnModuleInit } from '@nestjs/common';
import { sql } from 'kysely';
import { Environment } from '../environment.js';
import { Jobs } from '../jobs/jobs.js';
import { isEmbedded } from '../database/orm-options.js';
import { Database } from '../database/database.js';

const EVERY_MS = 10 * 60 * 1000;

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
  }

  async run(): Promise<void> {
    await this.database.rows(sql`vacuum (analyze)`);
    await this.database.rows(sql`checkpoint`);
  }
}
