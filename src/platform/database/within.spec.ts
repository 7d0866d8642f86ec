import { describe, expect, it } from '@jest/globals';
import { TooSlowError, within } from './within.js';

describe(within.name, () => {
  it('hands on the answer, and the failure', async () => {
    await expect(within(1_000, Promise.resolve('answer'))).resolves.toBe('answer');
    await expect(within(1_000, Promise.reject(new Error('failure')))).rejects.toThrow('failure');
  });

  it('gives up when the time is over, whatever comes of the question later', async () => {
    let fail = (_: Error): void => undefined;
    const question = new Promise((_, reject) => (fail = reject));
    await expect(within(5, question)).rejects.toThrow(TooSlowError);
    fail(new Error('too late for anybody'));
  });
});
