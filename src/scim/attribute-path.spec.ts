import { describe, expect, it } from '@jest/globals';
import { parseAttributePath, printAttributePath, samePath, type AttributePath } from './attribute-path.js';
import { Urn } from './urns.js';

describe('parseAttributePath', () => {
  it.each<[string, AttributePath]>([
    ['userName', { attribute: 'userName' }],
    ['name.familyName', { attribute: 'name', subAttribute: 'familyName' }],
    ['members.$ref', { attribute: 'members', subAttribute: '$ref' }],
    ['$ref', { attribute: '$ref' }],
    ['x-y_z9', { attribute: 'x-y_z9' }],
    [`${Urn.user}:userName`, { schema: Urn.user, attribute: 'userName' }],
    [
      `${Urn.enterpriseUser}:manager.displayName`,
      { schema: Urn.enterpriseUser, attribute: 'manager', subAttribute: 'displayName' },
    ],
  ])('reads %s', (text, path) => {
    expect(parseAttributePath(text)).toEqual(path);
    expect(printAttributePath(path)).toBe(text);
  });

  it.each(['', '.', 'a.', '.a', 'a.b.c', '9a', 'a b', 'a[b]', ':a', 'urn:', 'no urn:a', '$reference', 'naïve', 'a.$'])(
    'refuses %j',
    (text) => {
      expect(parseAttributePath(text)).toBeUndefined();
    },
  );

  it('takes a known URN for a schema and not for an attribute of its prefix', () => {
    expect(parseAttributePath(Urn.enterpriseUser.toUpperCase(), [Urn.enterpriseUser])).toBeUndefined();
    expect(parseAttributePath(`${Urn.enterpriseUser}:department`, [Urn.enterpriseUser])?.attribute).toBe('department');
  });
});

describe('samePath', () => {
  it('compares without case', () => {
    expect(
      samePath({ attribute: 'Name', subAttribute: 'givenname' }, { attribute: 'name', subAttribute: 'givenName' }),
    ).toBe(true);
    expect(samePath({ attribute: 'name' }, { attribute: 'name', subAttribute: 'givenName' })).toBe(false);
  });
});
