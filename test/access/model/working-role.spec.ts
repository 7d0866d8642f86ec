import { describe, expect, it } from '@jest/globals';
import { isWorking } from './working-role.js';

describe('isWorking', () => {
  it.each([
    ['OW', true],
    ['AD', true],
    ['MA', true],
    ['RE', true],
    ['AN', true],
    ['NO', false],
    ['DI', false],
  ] as const)('%s: %s', (role, working) => {
    expect(isWorking(role)).toBe(working);
  });
});
