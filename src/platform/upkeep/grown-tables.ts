import { Injectable, type OnModuleInit } from '@nestjs/common';
import { sql } from 'kysely';
import { Database } from '../database/database.js';
import { Jobs } from '../jobs/jobs.js';

const EVERY_MS = 5_000;

/** How many times its size of last time a table has now, when its statistics are out of date. */
const GROWTH = 10;

/**
 * Has tables analyzed that have grown tenfold since the last time. PostgreSQL keeps a plan until then, and one that was
 * made when a table filled a page reads all of it: autovacuum, which would end that, comes once a minute, and not at
 * all to the embedded database. Instances may do this at the same time.
 */
@Injectable()
export class GrownTables implements OnModuleInit {
  constructor(
    private readonly database: Database,
    private readonly jobs: Jobs,
  ) {}

  onModuleInit(): void {
    this.jobs.add({
      name: 'statistics of tables that have grown',
      everyMs: EVERY_MS,
      firstAfterMs: EVERY_MS,
      run: (signal) => this.analyze(signal),
    });
  }

  /** @returns the names of the tables that it analyzed */
  async analyze(signal?: AbortSignal): Promise<string[]> {
    const grown = await this.database.rows<{ name: string }>(sql`
      select relname as name from pg_class
       where relnamespace = current_schema()::regnamespace and relkind = 'r'
         and pg_relation_size(oid) >= ${GROWTH} * greatest(relpages, 1) * current_setting('block_size')::bigint
       order by relname`);
    const analyzed: string[] = [];
    for (const { name } of grown) {
      if (signal?.aborted) break;
      await this.database.rows(sql`analyze (skip_locked) ${sql.id(name)}`);
      analyzed.push(name);
    }
    return analyzed;
  }
}
