import { Injectable } from '@nestjs/common';
import { AsyncLocalStorage } from 'node:async_hooks';

type Check = () => Promise<void>;
type Task = () => void;

/** What has been registered with one transaction so far. */
class Hooks {
  readonly checks = new Map<string, Check>();
  readonly tasks: Task[] = [];

  /** Runs each check once, and those that a check registers. */
  async check(): Promise<void> {
    for (const check of this.checks.values()) await check();
  }

  handOnTo(outer: Hooks): void {
    for (const [key, check] of this.checks) outer.checks.set(key, check);
    outer.tasks.push(...this.tasks);
  }
}

/** What is done at the end of the running transaction: checks before it commits, tasks after it has. */
@Injectable()
export class TransactionHooks {
  private readonly storage = new AsyncLocalStorage<Hooks>();

  /**
   * Registers a check of everything that the running transaction has done. It runs inside the transaction, once the
   * work is done; what it throws rolls everything back.
   * @param key of what is checked; of several checks under one key only the last one runs
   * @throws Error outside of a transaction, where nothing can be held back any more
   */
  beforeCommit(key: string, check: Check): void {
    const hooks = this.storage.getStore();
    if (!hooks) throw new Error(`There is no transaction whose commit could wait for the check "${key}"`);
    hooks.checks.set(key, check);
  }

  /**
   * Registers a task for when the running transaction is committed, and runs it at once outside of one. It must not fail,
   * and nobody may rely on it: a process that is killed in between does not run it.
   */
  afterCommit(task: Task): void {
    const hooks = this.storage.getStore();
    if (hooks) hooks.tasks.push(task);
    else task();
  }

  /**
   * Runs a transaction with no hooks registered at its start. One within another hands its hooks on, since only the
   * outer one commits.
   * @param work is what the transaction is for
   * @param transaction opens one, awaits what it is given inside of it, and commits
   */
  async around<Result>(
    work: () => Promise<Result>,
    transaction: (workAndChecks: () => Promise<Result>) => Promise<Result>,
  ): Promise<Result> {
    const outer = this.storage.getStore();
    const hooks = new Hooks();
    const result = await this.storage.run(hooks, () =>
      transaction(async () => {
        const done = await work();
        if (!outer) await hooks.check();
        return done;
      }),
    );
    if (outer) hooks.handOnTo(outer);
    else for (const task of hooks.tasks) task();
    return result;
  }
}
