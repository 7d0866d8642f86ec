import { describe, expect, it } from '@jest/globals';
import { positiveNumber, wholeNumber } from './options.js';

describe('wholeNumber', () => {
  it.each([
    [undefined, 60],
    ['', 60],
    [' ', 60],
    ['25', 25],
    [' 25 ', 25],
  ])('reads %j as %d', (text, value) => {
    expect(wholeNumber({ SECONDS: text }, 'SECONDS', 60)).toBe(value);
  });

  it.each(['0', '-1', '1.5', 'ten', '1e400', '11'])('refuses %j with the name of the variable', (text) => {
    expect(() => wholeNumber({ SECONDS: text }, 'SECONDS', 6, 10)).toThrow('SECONDS must be a whole number above 0');
  });
});

describe('positiveNumber', () => {
  it.each([
    [undefined, 5],
    ['', 5],
    ['0.5', 0.5],
    ['3', 3],
  ])('reads %j as %d', (text, value) => {
    expect(positiveNumber({ SECONDS: text }, 'SECONDS', 5)).toBe(value);
  });

  it.each(['0', '-0.5', 'five', 'Infinity'])('refuses %j with the name of the variable', (text) => {
    expect(() => positiveNumber({ SECONDS: text }, 'SECONDS', 5)).toThrow('SECONDS must be a number above 0');
  });
});
