import { describe, expect, it } from '@jest/globals';
import { InvalidValueError } from '../errors.js';
import { attribute, type AttributeType } from './attribute.js';
import { readScalar } from './read-scalar.js';

const read = (type: AttributeType, value: unknown) => readScalar(attribute('it', type, 'An attribute.'), value, 'it');

describe('readScalar', () => {
  it.each<[AttributeType, unknown, unknown]>([
    ['string', 'x', 'x'],
    ['string', '', undefined],
    ['reference', '../Users/1', '../Users/1'],
    ['boolean', true, true],
    ['boolean', 'False', false],
    ['integer', -7, -7],
    ['decimal', 1.5, 1.5],
    ['dateTime', '2026-01-31T08:00:00.5+02:00', '2026-01-31T08:00:00.5+02:00'],
    ['dateTime', '', undefined],
    ['binary', 'MIIB+/==', 'MIIB+/=='],
  ])('reads the %s %j', (type, value, expected) => {
    expect(read(type, value)).toBe(expected);
  });

  it.each<[AttributeType, unknown]>([
    ['string', 7],
    ['string', {}],
    ['reference', true],
    ['boolean', 'on'],
    ['boolean', ''],
    ['integer', 1.5],
    ['integer', '7'],
    ['decimal', Number.NaN],
    ['dateTime', 'yesterday'],
    ['dateTime', '2026-13-31T08:00:00Z'],
    ['dateTime', 0],
    ['binary', 'a b'],
  ])('refuses for a %s %j', (type, value) => {
    expect(() => read(type, value)).toThrow(InvalidValueError);
  });

  it('is not for complex attributes', () => {
    expect(() => read('complex', {})).toThrow(TypeError);
  });
});
