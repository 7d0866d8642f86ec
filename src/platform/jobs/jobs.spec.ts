import { afterEach, beforeEach, describe, expect, it, jest } from '@jest/globals';
import { Logger } from '@nestjs/common';
import { Jobs } from './jobs.js';

const HOUR = 3_600_000;

describe(Jobs.name, () => {
  let jobs: Jobs;
  let logged: unknown[];

  beforeEach(() => {
    jest.useFakeTimers();
    jobs = new Jobs();
    logged = [];
    jest.spyOn(Logger.prototype, 'error').mockImplementation((message: unknown) => {
      logged.push(message);
    });
  });
  afterEach(async () => {
    await jobs.beforeApplicationShutdown();
    jest.restoreAllMocks();
    jest.useRealTimers();
  });

  /** Starts one job and counts its rounds. */
  function start(round: (signal: AbortSignal, number: number) => Promise<unknown>): () => number {
    let rounds = 0;
    jobs.add({ name: 'a job', everyMs: HOUR, run: (signal) => round(signal, ++rounds) });
    jobs.onApplicationBootstrap();
    return () => rounds;
  }

  it('begins not before half a minute and within a minute and a half, and goes on in about the time that is set', async () => {
    const rounds = start(() => Promise.resolve());
    await jest.advanceTimersByTimeAsync(29_000);
    expect(rounds()).toBe(0);
    await jest.advanceTimersByTimeAsync(62_000);
    expect(rounds()).toBe(1);
    await jest.advanceTimersByTimeAsync(10 * 1.1 * HOUR);
    expect(rounds()).toBeGreaterThanOrEqual(11);
    expect(rounds()).toBeLessThanOrEqual(14);
  });

  it('begins when the job says', async () => {
    let rounds = 0;
    jobs.add({ name: 'an urgent job', everyMs: HOUR, firstAfterMs: 5_000, run: () => Promise.resolve(rounds++) });
    jobs.onApplicationBootstrap();
    await jest.advanceTimersByTimeAsync(4_999);
    expect(rounds).toBe(0);
    await jest.advanceTimersByTimeAsync(1);
    expect(rounds).toBe(1);
  });

  it('tells of a round that failed, and tries again', async () => {
    const failure = new Error('no database');
    const rounds = start((_, number) => (number === 1 ? Promise.reject(failure) : Promise.resolve()));
    await jest.advanceTimersByTimeAsync(91_000 + 1.1 * HOUR);
    expect(rounds()).toBeGreaterThanOrEqual(2);
    expect(logged).toEqual([{ err: failure, job: 'a job' }]);
  });

  it('begins no round while one is under way', async () => {
    const rounds = start((signal) => new Promise<void>((resolve) => signal.addEventListener('abort', () => resolve())));
    await jest.advanceTimersByTimeAsync(10 * HOUR);
    expect(rounds()).toBe(1);
  });

  it('stops when what is under way is done, and begins nothing any more', async () => {
    let finished = false;
    const rounds = start(async (signal) => {
      await new Promise<void>((resolve) => signal.addEventListener('abort', () => resolve()));
      finished = true;
    });
    await jest.advanceTimersByTimeAsync(91_000);
    await jobs.beforeApplicationShutdown();
    expect(finished).toBe(true);
    await jest.advanceTimersByTimeAsync(10 * HOUR);
    expect(rounds()).toBe(1);
  });
});
