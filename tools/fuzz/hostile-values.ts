import * as fc from 'fast-check';
import { type Json, nested, raw } from './json-text.js';

/** Names that have a meaning in JavaScript. */
export const POISONED_NAMES = [
  '__proto__',
  'constructor',
  'prototype',
  'toString',
  'hasOwnProperty',
  'toJSON',
  'length',
];

const STRANGE_TEXTS = [
  '',
  ' ',
  '\0',
  'a\0b',
  '\ud800',
  'half \udfff pair',
  '\ufeff',
  '\u202etxet',
  '\u2028',
  'İıſK',
  'ﬀ'.repeat(40),
  'e\u0301\u0301\u0301',
  '👩‍👩‍👧‍👦',
  "' or 1=1 --",
  '"; drop table users; --',
  '$1 %s ${7*7} {{7*7}}',
  '../../etc/passwd',
  '<script>alert(1)</script>',
  '%00%ff',
  '\\',
  '"',
  'null',
  'undefined',
  'NaN',
  '[object Object]',
  'true',
  '-1',
  '1e400',
  '2147483648',
  '9'.repeat(30),
  '00919288221112222',
  '01987a5e-0000-7000-8000-000000000000',
  'bulkId:nobody',
  'nobody@nowhere.test',
  'urn:ietf:params:scim:schemas:core:2.0:User:userName',
  'urn:x:__proto__',
  '2026-02-30T25:61:61Z',
  '0000-00-00T00:00:00Z',
  '+275760-09-13T00:00:00.001Z',
  '294277-01-01T00:00:00Z',
  ...POISONED_NAMES,
];

const LENGTHS = [256, 1_001, 2_001, 5_000, 70_000, 1_000_000];
const longText = fc
  .tuple(fc.constantFrom(...LENGTHS), fc.constantFrom('x', 'ß', '漢', '😀', ' ', '"', '(', '%'))
  .map(([length, character]) => character.repeat(length));

/** Text that nobody sends in good faith. */
const strangeText: fc.Arbitrary<string> = fc.oneof(
  { weight: 8, arbitrary: fc.constantFrom(...STRANGE_TEXTS) },
  { weight: 2, arbitrary: fc.string({ unit: 'binary', maxLength: 40 }) },
  { weight: 1, arbitrary: longText },
);

/** Strange text that fits a URL with room to spare. */
export const strangeWord: fc.Arbitrary<string> = strangeText.map((text) => text.slice(0, 3_000));

const NUMBERS = ['-0', '1e400', '-1e400', '1e-400', `1${'0'.repeat(30)}`, '0.1', '9'.repeat(400), '1.0', '-2147483649'];
const ROUND_NUMBERS = [0, 1, -1, 2 ** 31 - 1, 2 ** 31, 2 ** 53, 1e30, 0.5];

/** Numbers at the limits; some of them only JSON can write. */
const strangeNumber: fc.Arbitrary<Json> = fc.oneof(
  fc.constantFrom(...ROUND_NUMBERS),
  fc.constantFrom(...NUMBERS).map(raw),
  fc.double({ noNaN: true, noDefaultInfinity: true }),
);

const poisonedObject = fc
  .tuple(fc.constantFrom(...POISONED_NAMES), fc.constantFrom<Json>(null, 1, {}, { active: false }, [], 'x'))
  .map(([name, value]): Json => Object.fromEntries([[name, value]]));

const DUPLICATES = [
  '{"value":"a","value":"b"}',
  '{"__proto__":{"a":1},"__proto__":{"b":2}}',
  '{"op":"add","op":"remove"}',
];

/** Any JSON in the wrong place. */
export const strangeJson: fc.Arbitrary<Json> = fc.oneof(
  { weight: 5, arbitrary: strangeText },
  { weight: 3, arbitrary: strangeNumber },
  { weight: 2, arbitrary: fc.constantFrom<Json>(null, true, false, [], {}, [[]], [null], [{}], { value: null }) },
  { weight: 2, arbitrary: poisonedObject },
  { weight: 1, arbitrary: fc.constantFrom(...DUPLICATES).map(raw) },
  {
    weight: 1,
    arbitrary: fc
      .tuple(fc.constantFrom(33, 1_000, 20_000), fc.constantFrom('[' as const, '{"a":' as const))
      .map(([depth, open]) => nested(depth, open)),
  },
  { weight: 1, arbitrary: fc.constantFrom(1_001, 20_000).map((size): Json => raw(`[${'0,'.repeat(size)}0]`)) },
);
