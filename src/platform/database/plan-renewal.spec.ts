import { describe, expect, it } from '@jest/globals';
import { PlanRenewal } from './plan-renewal.js';

describe(PlanRenewal.name, () => {
  it('is due when a connection has run twice as many statements, and every 8,192', () => {
    const renewal = new PlanRenewal();
    const due: number[] = [];
    for (let statement = 1; statement <= 40_000; statement++) if (renewal.isDue()) due.push(statement);
    expect(due).toEqual([32, 64, 128, 256, 512, 1024, 2048, 4096, 8192, 16384, 24576, 32768]);
  });
});
