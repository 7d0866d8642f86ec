import { describe, expect, it } from '@jest/globals';
import { fitsIndex, isStorable } from './storable-text.js';

describe(isStorable.name, () => {
  it.each(['', 'Kim', 'Žofie', '漢字', '😀', '\u0001\n', '\uffff'])('takes %j', (text) => {
    expect(isStorable(text)).toBe(true);
  });

  it.each(['\0', 'a\0b', '\ud800', 'a\udc00', '\udc00\ud800'])('refuses %j', (text) => {
    expect(isStorable(text)).toBe(false);
  });
});

describe(fitsIndex.name, () => {
  it.each([
    ['2,000 letters of one byte', 'x'.repeat(2000), true],
    ['one more', 'x'.repeat(2001), false],
    ['666 of three bytes', '漢'.repeat(666), true],
    ['one more of them', '漢'.repeat(667), false],
  ])('counts bytes: %s', (_, text, fits) => {
    expect(fitsIndex(text)).toBe(fits);
  });
});
