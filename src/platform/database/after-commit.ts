import { Injectable } from '@nestjs/common';
import { AsyncLocalStorage } from 'node:async_hooks';

/**
 * What is done once a transaction has been committed, and not at all if it has not: counting, for instance. Nothing
 * that may fail, or that anybody relies on: a process that is killed in between does not do it.
 */
@Injectable()
export class AfterCommit {
  private readonly storage = new AsyncLocalStorage<(() => void)[]>();

  /** Does it when the running transaction is committed; at once outside of one. */
  run(task: () => void): void {
    const tasks = this.storage.getStore();
    if (tasks) tasks.push(task);
    else task();
  }

  /** Runs a transaction; one within another hands its tasks on, since only the outer one commits. */
  async following<Result>(transaction: () => Promise<Result>): Promise<Result> {
    const tasks: (() => void)[] = [];
    const result = await this.storage.run(tasks, transaction);
    for (const task of tasks) this.run(task);
    return result;
  }
}
