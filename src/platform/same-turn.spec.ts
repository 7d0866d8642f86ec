import { describe, expect, it } from '@jest/globals';
import { setImmediate as nextTurn } from 'node:timers/promises';
import { SameTurn } from './same-turn.js';

/** Tells what is true when it is asked, and how often it was. */
function oracle() {
  const asked: string[] = [];
  const state = { truth: 'old' };
  const questions = new SameTurn((question) => {
    asked.push(question);
    return Promise.resolve(`${question} ${state.truth}`);
  });
  return { asked, state, questions };
}

describe(SameTurn.name, () => {
  it('asks once for all who ask together', async () => {
    const { asked, questions } = oracle();
    const answers = await Promise.all([questions.ask('a'), questions.ask('b'), questions.ask('a')]);
    expect(answers).toEqual(['a old', 'b old', 'a old']);
    expect(asked).toEqual(['a', 'b']);
  });

  it('tells nobody what was true before they asked', async () => {
    const { asked, state, questions } = oracle();
    const first = questions.ask('a');
    await Promise.resolve();
    state.truth = 'new';
    expect(await Promise.all([first, questions.ask('a')])).toEqual(['a new', 'a new']);
    state.truth = 'newer';
    expect(await questions.ask('a')).toBe('a newer');
    expect(asked).toEqual(['a', 'a']);
  });

  it('lets nobody join whose question comes after the search has begun', async () => {
    const begun: (() => void)[] = [];
    const questions = new SameTurn(() => new Promise<number>((resolve) => begun.push(() => resolve(begun.length))));
    const first = questions.ask('a');
    await nextTurn();
    const second = questions.ask('a');
    await nextTurn();
    expect(begun).toHaveLength(2);
    for (const finish of begun) finish();
    await Promise.all([first, second]);
  });

  it('fails for all who asked, and begins anew for the next', async () => {
    const outcomes = [() => Promise.reject(new Error('no database')), () => Promise.resolve('found')];
    const questions = new SameTurn<string>(() => outcomes.shift()?.() ?? Promise.resolve('nothing'));
    const answers = await Promise.allSettled([questions.ask('a'), questions.ask('a')]);
    expect(answers.map(({ status }) => status)).toEqual(['rejected', 'rejected']);
    expect(await questions.ask('a')).toBe('found');
  });
});
