import { describe, expect, it } from '@jest/globals';
import { isLargeLoss } from './large-loss.js';

describe(isLargeLoss.name, () => {
  const limits = { sharePercent: 25, minimumUsers: 10 };

  it.each([
    [9, 9, false],
    [10, 10, true],
    [10, 39, true],
    [10, 40, false],
    [11, 40, true],
    [25, 100, false],
    [26, 100, true],
    [0, 0, false],
  ])('takes %d of %d for too many: %j', (affected, working, isLarge) => {
    expect(isLargeLoss(affected, working, limits)).toBe(isLarge);
  });

  it.each([
    [100, 10, 10, false],
    [100, 1000, 1000, false],
    [0, 10, 100_000, true],
    [0, 9, 100_000, false],
  ])('with a share of %d %% takes %d of %d for too many: %j', (sharePercent, affected, working, isLarge) => {
    expect(isLargeLoss(affected, working, { ...limits, sharePercent })).toBe(isLarge);
  });
});
