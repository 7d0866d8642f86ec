import { describe, expect, it } from '@jest/globals';
import { storedQuery, targetOf } from './scim-request-target.js';

describe(targetOf.name, () => {
  it.each([
    ['/scim/v2/Users/7f', undefined, 'User', '7f'],
    ['/scim/v2//Groups/7f/', undefined, 'Group', '7f'],
    ['/scim/USERS/ana%40acme.test', undefined, 'User', 'ana@acme.test'],
    ['/scim/v2/Users/a%E0%A4', undefined, 'User', 'a%E0%A4'],
    ['/scim/v2/Users', 'https://rolecall.example/scim/v2/Users/8a', 'User', '8a'],
    ['/scim/v2/Me', 'https://rolecall.example/scim/v2/Users/8a', 'User', '8a'],
    ['/scim/v2/Users/ana%40acme.test', 'https://rolecall.example/scim/v2/Users/8a', 'User', '8a'],
    ['/scim/v2/Users', undefined, null, null],
    ['/scim/v2/Users/.search', undefined, null, null],
    ['/scim/v2/Bulk', undefined, null, null],
    ['/scim/v2/Schemas/urn:x', undefined, null, null],
    ['/scim/v2/Users/7f/members', undefined, null, null],
  ])('of %s with Location %s is %s %s', (path, location, type, id) => {
    expect(targetOf(path, location)).toEqual({ type, id });
  });
});

describe(storedQuery.name, () => {
  it.each([
    ['/scim/v2/Users', null],
    ['/scim/v2/Users?filter=userName+eq%20%22ana%22&count=1', 'filter=userName eq "ana"&count=1'],
    ['/scim/v2/Users?access_token=p&x=1', 'access_token=[masked]&x=1'],
    ['/scim/v2/Users?filter=password%20eq%20%22p%22', 'filter=[masked]'],
    ['/scim/v2/Users?filter=urn:x:User:passWord%20sw%20%22p%22', 'filter=[masked]'],
    ['/scim/v2/Users?filter=password%5Bvalue%20eq%20%22p%22%5D', 'filter=[masked]'],
    ['/scim/v2/Users?filter=not(password+sw%22p%22)', 'filter=[masked]'],
    ['/scim/v2/Users?filter=password%2520eq%2520%2522p%2522', 'filter=[masked]'],
    ['/scim/v2/Users?password%20eq%20%22p%22', 'password[masked]=[masked]'],
    ['/scim/v2/Users?x=%7B%22path%22%3A%22password%22%2C%22val%22%3A%22p%22%7D', 'x=[masked]'],
    ['/scim/v2/Users?filter=userName%20eq%20%22token%20keeper%22', 'filter=userName eq "token keeper"'],
    ['/scim/v2/Users?a=%ZZ%00', 'a=%ZZ\ufffd'],
  ])('of %s is %s', (url, expected) => {
    expect(storedQuery(url).stored).toBe(expected);
  });

  it('is of a bounded length', () => {
    expect(storedQuery(`/x?${'a'.repeat(100_000)}`).stored?.length).toBeLessThan(2_100);
  });
});
