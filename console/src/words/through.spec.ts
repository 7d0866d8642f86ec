import { describe, expect, it } from '@jest/globals';
import { throughText } from './through';

describe('throughText', () => {
  it.each([
    [[], ''],
    [['by hand'], 'by hand'],
    [['group a', 'group b', 'group a'], 'group a, group b'],
    [['group a', 'group b', 'group c'], 'group a, group b, group c'],
    [['group a', 'group b', 'group c', 'group d', 'group e'], 'group a, group b, group c, and 2 more'],
  ])('of %j is “%s”', (causes, text) => {
    expect(throughText(causes)).toBe(text);
  });
});
