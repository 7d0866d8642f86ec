import { describe, expect, it } from '@jest/globals';
import { Expectations } from './expect.js';

describe('Expectations', () => {
  it('counts every check and keeps only the failed ones', () => {
    const expectations = new Expectations();
    expectations.equal('status', 200, 200);
    expectations.equal('status', 404, 200);
    expect(expectations.count).toBe(2);
    expect(expectations.failures).toEqual([{ what: 'status', expected: '200', actual: '404' }]);
  });

  it.each<[string, (expectations: Expectations) => void]>([
    ['a number in a string', (it) => it.equal('status', '1', 1)],
    ['a number in a string where a whole number belongs', (it) => it.integer('startIndex', '1')],
    ['a fraction', (it) => it.integer('startIndex', 1.5)],
    ['an empty string', (it) => it.text('id', '')],
    ['a name too many', (it) => it.sameNames('groups', ['a', 'b'], ['a'])],
    ['a name twice', (it) => it.sameNames('groups', ['a', 'a'], ['a'])],
    ['a rule that does not hold', (it) => it.satisfies('Resources', null, 'an array', false)],
  ])('fails on %s', (_, check) => {
    const expectations = new Expectations();
    check(expectations);
    expect(expectations.failures).toHaveLength(1);
  });

  it('compares names in any order', () => {
    const expectations = new Expectations();
    expectations.sameNames('groups', ['b', 'a'], ['a', 'b']);
    expect(expectations.failures).toEqual([]);
  });
});
