import { describe, expect, it } from '@jest/globals';
import { encodePluses } from './plus-signs.js';

/** The parameters as every reader takes them. */
function read(url: string): Record<string, string> {
  const query = encodePluses(url).split('?')[1] ?? '';
  expect(query).not.toContain('+');
  return Object.fromEntries(new URLSearchParams(query));
}

describe('encodePluses', () => {
  it.each([
    ['%20 beside it', 'filter=userName%20eq%20%22kim+test@x.test%22', { filter: 'userName eq "kim+test@x.test"' }],
    ['%20 in a value path', 'filter=emails[value%20eq%20"k+t@x"]', { filter: 'emails[value eq "k+t@x"]' }],
    ['%20 in another parameter', 'search=a%20b&email=k+t', { search: 'a b', email: 'k+t' }],
    ['%20 and %2B', 'filter=a%20eq%20"k%2Bt+u"', { filter: 'a eq "k+t+u"' }],
    ['a bare @', 'email=kim+test@x.test', { email: 'kim+test@x.test' }],
    ['bare quotes', 'search="a+b"', { search: '"a+b"' }],
  ])('leaves a plus what it is: %s', (_, query, parameters) => {
    expect(read(`/scim/v2/Users?${query}`)).toEqual(parameters);
  });

  it.each([
    [
      'blanks and an encoded plus',
      'filter=userName+eq+"kim%2Btest@x.test"',
      { filter: 'userName eq "kim+test@x.test"' },
    ],
    ['an encoded plus, in small letters', 'a=k%2bt@x&b=x+y', { a: 'k+t@x', b: 'x y' }],
    ['a filter by hand', 'filter=userName+eq+"kim@x.test"&count=1', { filter: 'userName eq "kim@x.test"', count: '1' }],
    ['a filter that is no first', 'count=1&FILTER=emails+pr', { count: '1', FILTER: 'emails pr' }],
    ['a form', 'filter=userName+eq+%22kim%40x.test%22', { filter: 'userName eq "kim@x.test"' }],
    ['a form of one text', 'search=kim+lee', { search: 'kim lee' }],
    ['a form with an address', 'search=kim+lee&email=kim%40x.test', { search: 'kim lee', email: 'kim@x.test' }],
    ['what axios and jQuery leave bare', "search=group:+it's,+a+(b)!", { search: "group: it's, a (b)!" }],
  ])('takes a plus for a blank: %s', (_, query, parameters) => {
    expect(read(`/scim/v2/Users?${query}`)).toEqual(parameters);
  });

  it.each([
    ['/scim/v2/Groups/a+b', '/scim/v2/Groups/a+b'],
    ['/scim/v2/Users/kim+test@x.test?attributes=id', '/scim/v2/Users/kim+test@x.test?attributes=id'],
    ['/api/users/a+b?search=c+d', '/api/users/a+b?search=c%20d'],
    ['/api/users/?', '/api/users/?'],
    ['/api/users/?email=kim%2Btest%40x.test', '/api/users/?email=kim%2Btest%40x.test'],
    ['/api/users/?a=1?b=2+3', '/api/users/?a=1?b=2%2B3'],
  ])('changes nothing else: %s', (url, encoded) => {
    expect(encodePluses(url)).toBe(encoded);
  });
});
