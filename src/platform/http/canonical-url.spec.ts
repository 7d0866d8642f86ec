import { describe, expect, it } from '@jest/globals';
import { NotFoundError } from '../errors.js';
import { canonicalUrl } from './canonical-url.js';

describe(canonicalUrl.name, () => {
  it.each([
    ['/scim/v2/Users', '/scim/v2/Users'],
    ['/scim/v2/Users/', '/scim/v2/Users'],
    ['/scim/v2//Users///7//', '/scim/v2/Users/7'],
    ['//scim/v2/Users', '/scim/v2/Users'],
    ['/scim/', '/scim'],
    ['/scim?x=/y//', '/scim?x=/y//'],
    ['/api/users/', '/api/users'],
    ['/api//scim/settings/', '/api/scim/settings'],
    ['/', '/'],
    ['//', '/'],
    ['/?a=b/', '/?a=b/'],
    ['/scim/v2/Users/a%2F%2Fb', '/scim/v2/Users/a%2F%2Fb'],
  ])('brings %s to %s', (url, canonical) => {
    expect(canonicalUrl(url)).toBe(canonical);
  });

  it.each(['/scim/v2/Users/%00', '/api/users/a%00b'])('finds nothing under %s', (url) => {
    expect(() => canonicalUrl(url)).toThrow(NotFoundError);
  });
});
