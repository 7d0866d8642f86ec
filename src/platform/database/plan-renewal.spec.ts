import { describe, expect, it } from '@jest/globals';
import { PlanRenewal } from './plan-renewal.js';

describe(PlanRenewal.name, () => {
  it('is due when a connection has run four times as many statements, and every 16,384', () => {
    const renewal = new PlanRenewal();
    const due: number[] = [];
    for (let statement = 1; statement <= 60_000; statement++) if (renewal.isDue()) due.push(statement);
    expect(due).toEqual([32, 128, 512, 2048, 8192, 24576, 40960, 57344]);
  });
});
