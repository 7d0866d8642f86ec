import { describe, expect, it } from '@jest/globals';
import { printAttributePath } from './attribute-path.js';
import { InvalidValueError } from './errors.js';
import { userResourceType } from './resource-types.js';
import { resolveSortBy } from './sort-by.js';

describe('resolveSortBy', () => {
  it.each([
    ['USERNAME', 'userName'],
    ['emails', 'emails.value'],
    ['name.familyname', 'name.familyName'],
    ['meta.lastModified', 'meta.lastModified'],
  ])('reads %s as %s', (text, path) => {
    expect(printAttributePath(resolveSortBy(text, userResourceType).path)).toBe(path);
  });

  it.each(['nonsense', 'name', 'password', 'a b', ''])('refuses %j', (text) => {
    expect(() => resolveSortBy(text, userResourceType)).toThrow(InvalidValueError);
  });
});
