import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import type { CompareOperator, CompareValue, Filter } from './ast.js';
import { parseFilter } from './parser.js';
import { printFilter } from './print.js';

const name = fc.stringMatching(/^[a-zA-Z][a-zA-Z0-9_-]{0,5}$/);
const path = fc.record(
  {
    schema: fc.constantFrom('urn:x:y:2.0:User', 'urn:a.b:c'),
    attribute: name,
    subAttribute: fc.oneof(name, fc.constant('$ref')),
  },
  { requiredKeys: ['attribute'] },
);
const text = fc.string({ unit: 'grapheme' }).filter((value) => !value.includes('\u0000'));
const number = fc.double({ noNaN: true, noDefaultInfinity: true }).filter((value) => !Object.is(value, -0));
const value: fc.Arbitrary<CompareValue> = fc.oneof(text, number, fc.boolean(), fc.constant(null));
const operator = fc.constantFrom<CompareOperator[]>('eq', 'ne', 'co', 'sw', 'ew', 'gt', 'ge', 'lt', 'le');

const expression: fc.Arbitrary<Filter> = fc.oneof(
  fc.record({ kind: fc.constant('attribute' as const), path, operator, value }),
  fc.record({ kind: fc.constant('attribute' as const), path, operator: fc.constant('pr' as const) }),
);

function over(leaf: fc.Arbitrary<Filter>): fc.Arbitrary<Filter> {
  return fc.letrec<{ filter: Filter }>((tie) => ({
    filter: fc.oneof(
      { maxDepth: 5, depthSize: 'small' },
      leaf,
      fc.record({
        kind: fc.constant('logical' as const),
        operator: fc.constantFrom('and' as const, 'or' as const),
        terms: fc.array(tie('filter'), { minLength: 2, maxLength: 4 }),
      }),
      fc.record({ kind: fc.constant('not' as const), filter: tie('filter') }),
    ),
  })).filter;
}

const valuePath = fc.record({ kind: fc.constant('valuePath' as const), path, filter: over(expression) });
const filter = over(fc.oneof(expression, valuePath));

describe('printFilter', () => {
  it('is undone by parseFilter', () => {
    fc.assert(
      fc.property(filter, (original) => {
        expect(parseFilter(printFilter(original))).toEqual(original);
      }),
      { numRuns: 1000, seed: 7644 },
    );
  });
});
