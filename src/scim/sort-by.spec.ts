import { describe, expect, it } from '@jest/globals';
import { printAttributePath } from './attribute-path.js';
import { InvalidValueError } from './errors.js';
import { groupResourceType, userResourceType } from './resource-types.js';
import { resolveSortBy } from './sort-by.js';
import { Urn } from './urns.js';

const both = [userResourceType, groupResourceType];

describe('resolveSortBy', () => {
  it.each([
    ['USERNAME', 'userName'],
    ['emails', 'emails.value'],
    ['name.familyname', 'name.familyName'],
    ['meta.lastModified', 'meta.lastModified'],
    [`${Urn.enterpriseUser}:manager.displayName`, `${Urn.enterpriseUser}:manager.displayName`],
    [`${Urn.user}:title`, 'title'],
  ])('reads %s as %s', (text, expected) => {
    const { path } = resolveSortBy(text, userResourceType) ?? {};
    expect(path && printAttributePath(path)).toBe(expected);
  });

  it.each(['nonsense', 'name', 'password', 'a b', '', 'members'])('refuses %j', (text) => {
    expect(() => resolveSortBy(text, userResourceType)).toThrow(InvalidValueError);
  });

  it('finds nothing in a type when only another one that is searched with it has the attribute', () => {
    expect(resolveSortBy('userName', groupResourceType, both)).toBeUndefined();
    expect(resolveSortBy('displayName', groupResourceType, both)).toBeDefined();
    expect(() => resolveSortBy('nonsense', groupResourceType, both)).toThrow(InvalidValueError);
  });
});
