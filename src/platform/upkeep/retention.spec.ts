import { describe, expect, it } from '@jest/globals';
import { Test } from '@nestjs/testing';
import { Environment } from '../environment.js';
import { type Job, Jobs } from '../jobs/jobs.js';
import { Removal } from './removal.js';
import { type Retention, retention } from './retention.js';

class Letters {
  readonly removals: [days: number, limit: number][] = [];

  removeSome(days: number, limit: number): number {
    return this.removals.push([days, limit]);
  }
}

describe('retention', () => {
  /** Declares how long letters are kept, where every removal is of ten at the most. */
  async function keepLetters(days: number | null) {
    const added: Job[] = [];
    const runs: [name: string, signal?: AbortSignal][] = [];
    const removal: Pick<Removal, 'run'> = {
      run: (name, removeSome, signal) => {
        runs.push([name, signal]);
        return removeSome(10);
      },
    };
    const provider = retention({
      of: 'letters',
      repository: Letters,
      everyHours: 6,
      days: () => days,
      removeSome: (letters, age, limit) => Promise.resolve(letters.removeSome(age, limit)),
    });
    const module = await Test.createTestingModule({
      providers: [
        provider,
        Letters,
        Environment,
        { provide: Jobs, useValue: { add: (job: Job) => added.push(job) } },
        { provide: Removal, useValue: removal },
      ],
    }).compile();
    return { added, runs, letters: module.get(Letters), kept: module.get<Retention>(provider.provide) };
  }

  it('is a job that removes what is older than the days, under a name that all instances know it by', async () => {
    const { added, runs, letters } = await keepLetters(30);
    expect(added).toMatchObject([{ name: 'retention of letters', everyMs: 21_600_000 }]);
    const { signal } = new AbortController();
    expect(await added[0]?.run(signal)).toBe(1);
    expect(runs).toEqual([['retention of letters', signal]]);
    expect(letters.removals).toEqual([[30, 10]]);
  });

  it('keeps nothing for 0 days', async () => {
    const { kept, letters } = await keepLetters(0);
    expect(await kept.run()).toBe(1);
    expect(letters.removals).toEqual([[0, 10]]);
  });

  it('without days is no job, and removes nothing', async () => {
    const { added, kept, letters } = await keepLetters(null);
    expect(added).toEqual([]);
    expect(await kept.run()).toBe(0);
    expect(letters.removals).toEqual([]);
  });
});
