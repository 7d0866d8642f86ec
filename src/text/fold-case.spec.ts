import { describe, expect, it } from '@jest/globals';
import { foldCase } from './fold-case.js';

describe('foldCase', () => {
  it.each([
    ['Kim@Example.ORG', 'kim@example.org'],
    ['ÉCOLE', 'école'],
    ['E\u0301cole', '\u00e9cole'],
  ])('folds %s to %s', (text, folded) => {
    expect(foldCase(text)).toBe(folded);
  });
});
