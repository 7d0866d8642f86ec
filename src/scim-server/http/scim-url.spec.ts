import { describe, expect, it } from '@jest/globals';
import { InvalidVersionError } from '../../scim/index.js';
import { isScimPath, routedScimUrl } from './scim-url.js';

describe(routedScimUrl.name, () => {
  it.each([
    ['/scim/v2/Users', '/scim/v2/Users'],
    ['/scim/Users?count=1', '/scim/v2/Users?count=1'],
    ['/scim', '/scim/v2'],
    ['/scim?x=/y//', '/scim/v2?x=/y//'],
    ['/SCIM/V2/Users', '/scim/v2/Users'],
    ['/scim/v2?x=y', '/scim/v2?x=y'],
    ['/scim/v2x/Users', '/scim/v2/v2x/Users'],
    ['/scimmy/Users', '/scimmy/Users'],
    ['/api/users?next=/scim/Users', '/api/users?next=/scim/Users'],
    ['/', '/'],
  ])('brings %s to %s', (url, routed) => {
    expect(routedScimUrl(url)).toBe(routed);
  });

  it.each(['/scim/v1', '/scim/v3/Users', '/scim/v22/Users?count=1', '/scim/v1?count=1', '/SCIM/V1'])(
    'refuses the version in %s',
    (url) => {
      expect(() => routedScimUrl(url)).toThrow(InvalidVersionError);
    },
  );
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
