import { Injectable } from '@nestjs/common';
import { AsyncLocalStorage } from 'node:async_hooks';

type Check = () => Promise<void>;
type Task = () => void;

/** Everything that has been registered with one transaction so far. */
class Hooks {
  readonly checks = new Map<string, Check>();
  readonly tasks: Task[] = [];

  /** Runs each check once, including those that a check registers. */
  async check(): Promise<void> {
    for (const check of this.checks.values()) await check();
  }

  handOnTo(outer: Hooks): void {
    for (const [key, check] of this.checks) outer.checks.set(key, check);
    outer.tasks.push(...this.tasks);
  }
}

/** Registers work for the end of the running transaction: checks before it commits, tasks after it has. */
@Injectable()
export class TransactionHooks {
  private readonly storage = new AsyncLocalStorage<Hooks>();

  /**
   * Registers a check of everything that the running transaction has done. It runs inside the transaction, once the
   * work is done; an error in it rolls everything back.
   *
   * @param key of the check; of several checks under one key only the last one runs
   * @throws Error outside of a transaction, where nothing could be rolled back any more
   */
  beforeCommit(key: string, check: Check): void {
    const hooks = this.storage.getStore();
    if (!hooks) throw new Error(`There is no transaction whose commit could wait for the check "${key}"`);
    hooks.checks.set(key, check);
  }

  /**
   * Registers a task that runs after the running transaction has committed, or at once if there is none. It must not
   * fail, and must not be relied on: if the process is killed in between, it does not run.
   */
  afterCommit(task: Task): void {
    const hooks = this.storage.getStore();
    if (hooks) hooks.tasks.push(task);
    else task();
  }

  /**
   * Runs a transaction with no hooks registered at its start. An inner transaction passes its hooks on, because only
   * the outer one commits.
   *
   * @param work is done in the transaction
   * @param transaction opens one, awaits its argument inside of it, and commits
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
