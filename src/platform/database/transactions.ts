import { Injectable } from '@nestjs/common';
import { SqlEntityManager } from '@mikro-orm/sql';
import { sql } from 'kysely';
import { setTimeout as delay } from 'node:timers/promises';
import { Database } from './database.js';
import { isRetryable } from './postgres-errors.js';
import { prepared } from './prepared-statements.js';
import { TransactionHooks } from './transaction-hooks.js';

/** First key of every advisory lock on an organization; the second is the organization's id. */
const ORGANIZATION_LOCK = 0x5243;
/** First key of the advisory locks on tasks that one instance at a time does; the second follows from the task's name. */
const TASK_LOCK = 0x5254;
const ATTEMPTS = 6;
const FIRST_PAUSE_MS = 10;

/**
 * Opens transactions, with the lock on the organization that the work needs. When the work is done, the checks that it
 * has registered with `TransactionHooks` run, and then the transaction commits.
 */
@Injectable()
export class Transactions {
  constructor(
    private readonly entityManager: SqlEntityManager,
    private readonly database: Database,
    private readonly hooks: TransactionHooks,
  ) {}

  /**
   * For writes of users, groups and everything else that mappings apply to. Many run side by side; while one runs,
   * nobody changes mappings or settings.
   */
  async shared<Result>(organizationId: number, work: () => Promise<Result>): Promise<Result> {
    return this.retrying(async () => {
      await this.database.rows(
        prepared(sql`select pg_advisory_xact_lock_shared(${ORGANIZATION_LOCK}, ${organizationId})`),
      );
      return work();
    });
  }

  /** For changes of mappings and settings: nothing else writes in the organization meanwhile. */
  async exclusive<Result>(organizationId: number, work: () => Promise<Result>): Promise<Result> {
    return this.retrying(async () => {
      await this.database.rows(sql`select pg_advisory_xact_lock(${ORGANIZATION_LOCK}, ${organizationId})`);
      return work();
    });
  }

  /** Without a lock on an organization: for rows that belong to no organization yet, and for reads that must agree. */
  async plain<Result>(work: () => Promise<Result>): Promise<Result> {
    return this.retrying(work);
  }

  /**
   * For reads that must agree with each other, however long they take: later commits of others are not seen, no lock is
   * taken or waited for, and a write fails.
   */
  async snapshot<Result>(work: () => Promise<Result>): Promise<Result> {
    return this.retrying(async () => {
      // as a statement, because the embedded database's driver ignores the options of a transaction
      await this.database.rows(sql`set transaction isolation level repeatable read, read only`);
      return work();
    });
  }

  /**
   * For work that one instance does for all. The lock ends with the transaction, even if the process is killed.
   *
   * @param name of the task; no two run at the same time under one name
   * @returns undefined, without doing anything, while another instance is doing it
   */
  async alone<Result>(name: string, work: () => Promise<Result>): Promise<Result | undefined> {
    return this.retrying(async () => {
      const row = await this.database.row<{ free: boolean }>(
        sql`select pg_try_advisory_xact_lock(${TASK_LOCK}, hashtext(${name})) as free`,
      );
      return row?.free ? work() : undefined;
    });
  }

  /**
   * Repeats the work after deadlocks and serialization failures, with growing, jittered pauses; `work` must be
   * repeatable.
   */
  private async retrying<Result>(work: () => Promise<Result>): Promise<Result> {
    for (let attempt = 1; ; attempt++) {
      try {
        return await this.hooks.around(work, (all) => this.entityManager.transactional(all));
      } catch (error) {
        if (attempt === ATTEMPTS || !isRetryable(error)) throw error;
        await delay(FIRST_PAUSE_MS * 2 ** attempt * (0.5 + Math.random()));
      }
    }
  }
}
