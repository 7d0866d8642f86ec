import { describe, expect, it } from '@jest/globals';
import { userMapping } from '../../../test/database/filter-fixture.js';
import { InvalidFilterError, parseFilter, resolveFilter, userResourceType } from '../../scim/index.js';
import { checkCost } from './cost.js';

function many(count: number, term: (index: number) => string, operator = 'or'): string {
  return Array.from({ length: count }, (_, index) => term(index)).join(` ${operator} `);
}

function check(filter: string): void {
  checkCost(resolveFilter(parseFilter(filter), userResourceType), userMapping);
}

describe('checkCost', () => {
  it.each([
    ['look-ups of one attribute', many(2000, (i) => `userName eq "${i}"`)],
    ['look-ups in an array', many(2000, (i) => `emails eq "${i}"`)],
    ['look-ups in another table', many(2000, (i) => `groups eq "${i}"`)],
    ['a thousand conditions', many(1000, (i) => `title co "${i}"`)],
    ['a thousand negated conditions', many(1000, (i) => `not (title eq "${i}")`, 'and')],
    ['fifty conditions on lists', many(50, (i) => `phoneNumbers.value co "${i}"`)],
    ['fifty conditions on another table', many(50, (i) => `groups.display co "${i}"`)],
    ['conditions on one and the same element', `emails[${many(980, (i) => `value co "${i}"`)}]`],
    ['elements by their value, looked up in an array', many(47, (i) => `emails[value eq "${i}"]`)],
  ])('accepts %s', (_what, filter) => {
    expect(() => check(filter)).not.toThrow();
  });

  it.each([
    ['more than a thousand conditions', many(1001, (i) => `title co "${i}"`)],
    [
      'more than a thousand conditions in parts',
      `(${many(600, () => 'title pr')}) and (${many(600, () => 'active pr')})`,
    ],
    ['more than a thousand equalities that must all hold', many(1001, (i) => `title eq "${i}"`, 'and')],
    ['more than fifty conditions on lists', many(51, (i) => `phoneNumbers.value co "${i}"`)],
    ['more than fifty conditions on another table', many(51, (i) => `groups.display co "${i}"`)],
    ['more than fifty elements', many(51, (i) => `emails[value eq "${i}"]`)],
    ['more than fifty look-ups that must all hold', many(51, (i) => `groups eq "${i}"`, 'and')],
  ])('refuses %s', (_what, filter) => {
    expect(() => check(filter)).toThrow(InvalidFilterError);
  });
});
