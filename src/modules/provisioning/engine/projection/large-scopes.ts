import { Injectable } from '@nestjs/common';
import { sql, type RawBuilder } from 'kysely';
import { Database } from '../../../../platform/database/database.js';
import type { Scope } from './scope.js';

/** From how many users on it is cheaper to read the organization as a whole than to look each of them up. */
const LARGE = 1_000;

/** For the sorts and joins of 100,000 users, which the usual 4 MB would have PostgreSQL write to files and read again. */
const WORK_MEMORY = '64MB';

/**
 * Keeps the time that an evaluation takes proportional to its scope. PostgreSQL cannot know how large the intermediate
 * results are, and nothing at all of tables that it has not analyzed yet: it took 50 s for 20,000 new users by comparing
 * each with each, and takes 0.3 s without.
 */
@Injectable()
export class LargeScopes {
  constructor(private readonly database: Database) {}

  /**
   * Does some work with a scope, inside the running transaction, without nested loops if the scope is large.
   * @param users the scope as a query that yields `user_id`
   */
  async during<Result>(users: RawBuilder<unknown>, work: () => Promise<Result>): Promise<Result> {
    const row = await this.database.row<{ is_large: boolean }>(sql`
      select count(*) = ${LARGE} as is_large from (select from (${users}) as scope limit ${LARGE}) as counted`);
    if (!row?.is_large) return work();
    await this.database.rows(sql`set local enable_nestloop = off`);
    await this.database.rows(sql`set local work_mem = ${sql.lit(WORK_MEMORY)}`);
    const result = await work();
    await this.database.rows(sql`set local enable_nestloop = on`);
    await this.database.rows(sql`set local work_mem to default`);
    return result;
  }

  /** Whether a scope may be large at all; what is known to be small need not be counted. */
  static isPossible(scope: Scope): boolean {
    return scope.kind !== 'users' || scope.userIds.length >= LARGE;
  }
}
