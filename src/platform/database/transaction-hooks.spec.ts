import { beforeEach, describe, expect, it } from '@jest/globals';
import { TransactionHooks } from './transaction-hooks.js';

describe(TransactionHooks.name, () => {
  let hooks: TransactionHooks;
  let log: string[];

  const says = (text: string) => () => void log.push(text);
  const checks = (text: string) => async () => {
    log.push(text);
    await Promise.resolve();
  };
  const transaction = (work: () => Promise<unknown>) =>
    hooks.around(work, async (workAndChecks) => {
      log.push('begin');
      try {
        await workAndChecks();
        log.push('commit');
      } catch (error) {
        log.push('rollback');
        throw error;
      }
    });
  const refuse = () => Promise.reject(new Error('refused'));

  beforeEach(() => {
    hooks = new TransactionHooks();
    log = [];
  });

  it('run checks when the work is done and before the commit, and tasks after it', async () => {
    await transaction(async () => {
      hooks.afterCommit(says('task'));
      hooks.beforeCommit('brake', checks('check'));
      await checks('work')();
    });
    expect(log).toEqual(['begin', 'work', 'check', 'commit', 'task']);
  });

  it('run the last check of each key, and it once', async () => {
    await transaction(async () => {
      hooks.beforeCommit('one', checks('one'));
      hooks.beforeCommit('two', checks('two'));
      hooks.beforeCommit('one', checks('one again'));
      await checks('work')();
    });
    expect(log).toEqual(['begin', 'work', 'one again', 'two', 'commit']);
  });

  it('run what a check registers', async () => {
    await transaction(async () => {
      hooks.beforeCommit('one', async () => {
        hooks.beforeCommit('two', checks('two'));
        hooks.afterCommit(says('task'));
        await checks('one')();
      });
      await checks('work')();
    });
    expect(log).toEqual(['begin', 'work', 'one', 'two', 'commit', 'task']);
  });

  it('roll back what a check refuses, and run no task then', async () => {
    const refused = transaction(async () => {
      hooks.afterCommit(says('task'));
      hooks.beforeCommit('brake', refuse);
      hooks.beforeCommit('never', checks('never'));
      await checks('work')();
    });
    await expect(refused).rejects.toThrow('refused');
    expect(log).toEqual(['begin', 'work', 'rollback']);
  });

  it('forget with the attempt what a failed attempt has registered', async () => {
    const attempt = (fails: boolean) =>
      transaction(async () => {
        hooks.beforeCommit(fails ? 'first' : 'second', checks(fails ? 'first' : 'second'));
        if (fails) await refuse();
      });
    await expect(attempt(true)).rejects.toThrow('refused');
    await attempt(false);
    expect(log).toEqual(['begin', 'rollback', 'begin', 'second', 'commit']);
  });

  it('of a transaction within another wait for the outer one', async () => {
    await transaction(async () => {
      await transaction(async () => {
        hooks.beforeCommit('brake', checks('check'));
        hooks.afterCommit(says('task'));
        await checks('inner work')();
      });
      await checks('outer work')();
    });
    expect(log).toEqual(['begin', 'begin', 'inner work', 'commit', 'outer work', 'check', 'commit', 'task']);
  });

  it('of a transaction within another go with it when it fails', async () => {
    await transaction(async () => {
      const inner = transaction(async () => {
        hooks.beforeCommit('brake', checks('check'));
        hooks.afterCommit(says('task'));
        await refuse();
      });
      await expect(inner).rejects.toThrow('refused');
    });
    expect(log).toEqual(['begin', 'begin', 'rollback', 'commit']);
  });

  it('outside of a transaction run tasks at once, and take no check', () => {
    hooks.afterCommit(says('task'));
    expect(log).toEqual(['task']);
    expect(() => hooks.beforeCommit('brake', refuse)).toThrow('no transaction whose commit could wait');
  });
});
