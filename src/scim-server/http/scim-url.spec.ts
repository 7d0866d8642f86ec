import { describe, expect, it } from '@jest/globals';
import { InvalidVersionError } from '../../scim/index.js';
import { NotFoundError } from '../../platform/errors.js';
import { canonicalUrl, isScimPath } from './scim-url.js';

describe(canonicalUrl.name, () => {
  it.each([
    ['/scim/v2/Users', '/scim/v2/Users'],
    ['/scim/v2/Users/', '/scim/v2/Users'],
    ['/scim/v2//Users///7//', '/scim/v2/Users/7'],
    ['//scim/v2/Users', '/scim/v2/Users'],
    ['/scim/Users?count=1', '/scim/v2/Users?count=1'],
    ['/scim', '/scim/v2'],
    ['/scim/', '/scim/v2'],
    ['/scim?x=/y//', '/scim/v2?x=/y//'],
    ['/SCIM/V2/Users', '/scim/v2/Users'],
    ['/scim/v2x/Users', '/scim/v2/v2x/Users'],
    ['/scimmy/Users/', '/scimmy/Users'],
    ['/api/users/', '/api/users'],
    ['/api//scim/settings/', '/api/scim/settings'],
    ['/', '/'],
    ['//', '/'],
    ['/?a=b/', '/?a=b/'],
    ['/scim/v2/Users/a%2F%2Fb', '/scim/v2/Users/a%2F%2Fb'],
  ])('brings %s to %s', (url, canonical) => {
    expect(canonicalUrl(url)).toBe(canonical);
  });

  it.each(['/scim/v1', '/scim/v3/Users', '/scim/v22/Users?count=1', '/SCIM/V1/'])(
    'refuses the version in %s',
    (url) => {
      expect(() => canonicalUrl(url)).toThrow(InvalidVersionError);
    },
  );

  it.each(['/scim/v2/Users/%00', '/api/users/a%00b'])('finds nothing under %s', (url) => {
    expect(() => canonicalUrl(url)).toThrow(NotFoundError);
  });
});

describe(isScimPath.name, () => {
  it.each([
    ['/scim', true],
    ['/scim/v2/Users', true],
    ['//SCIM//v9', true],
    ['/scim?filter=x', true],
    ['/scimmy', false],
    ['/api/scim/settings', false],
    ['/', false],
  ])('says of %s: %s', (path, expected) => {
    expect(isScimPath(path)).toBe(expected);
  });
});
