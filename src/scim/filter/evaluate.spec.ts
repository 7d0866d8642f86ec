import { describe, expect, it } from '@jest/globals';
import { userResourceType } from '../resource-types.js';
import { resolveAttribute } from '../schema/resolve.js';
import type { ScimResource } from '../schema/schema.js';
import { Urn } from '../urns.js';
import { isAssigned, matches, matchesElement } from './evaluate.js';
import { parseFilter, parseValueFilter } from './parser.js';
import { resolveFilter, resolveValueFilter } from './resolve.js';

const kim: ScimResource = {
  schemas: [Urn.user, Urn.enterpriseUser],
  id: 'Ab1',
  externalId: 'X-7',
  userName: 'Kim@Example.org',
  displayName: 'Élodie 😀',
  name: { givenName: 'Kim' },
  active: true,
  emails: [
    { value: 'kim@example.org', type: 'work', primary: true },
    { value: 'kim@home.example', type: 'home' },
  ],
  roles: [],
  photos: [{}],
  meta: { lastModified: '2026-05-13T04:42:34.500Z' },
  [Urn.enterpriseUser]: { department: 'Tour Operations', manager: { value: 'm1' } },
};

const matchesKim = (text: string): boolean => matches(resolveFilter(parseFilter(text), userResourceType), kim);

describe('matches', () => {
  it.each([
    'userName eq "kim@example.ORG"',
    'userName eq " kim@example.ORG\u200b"',
    'userName le "kim@example.org "',
    'emails[value eq "kim@home.example\\r\\n"]',
    'displayName eq "e\u0301LODIE 😀"',
    'userName sw "KIM"',
    'userName ew ".ORG"',
    'userName co ""',
    'id eq "Ab1"',
    'userName gt "kim"',
    'userName le "KIM@EXAMPLE.ORG"',
    'displayName lt "\ufffd"',
    'emails co "HOME"',
    'email eq "KIM@home.example"',
    'emails.type eq "home"',
    'emails[type eq "home" and value co "home"]',
    'emails[type eq "work"].value eq "kim@example.org"',
    'emails[primary eq "True"]',
    'emails[not (primary eq true)]',
    'name[givenName eq "kim"]',
    'name[not (familyName pr)]',
    'manager eq "m1"',
    `${Urn.enterpriseUser}:department sw "tour"`,
    `schemas eq "${Urn.user}"`,
    `schemas[value co "enterprise"]`,
    'active eq true',
    'active ne false',
    'meta.lastModified eq "2026-05-13T06:42:34.5+02:00"',
    'meta.lastModified gt "2026-05-13T04:42:34Z"',
    'meta.lastModified le "2026-05-13T04:42:34.500Z"',
    'title ne "x"',
    'title eq null',
    'emails.type ne "other"',
    'not (title eq "x")',
    'name pr',
    'emails pr',
    'emails.primary pr',
    'title pr or active eq true and userName sw "k"',
  ])('holds for %s', (text) => {
    expect(matchesKim(text)).toBe(true);
  });

  it.each([
    'externalId eq "x-7"',
    'id eq "ab1"',
    'title eq "x"',
    'title gt ""',
    'title co ""',
    'title pr',
    'title ne null',
    'roles pr',
    'photos pr',
    'photos.value pr',
    'emails[type eq "home" and value co "example.org"]',
    'emails.type ne "work"',
    'addresses[not (type eq "work")]',
    `${Urn.enterpriseUser}:manager[displayName pr]`,
    'userName ne "kim@example.org "',
    'userName sw " kim"',
    'userName ew "org "',
    'emails co "kim@home.example "',
    'displayName eq "Élodie 😀 "',
    'externalId eq "X-7 "',
    'active eq false',
    'meta.lastModified lt "2026-05-13T04:42:34.500Z"',
    'meta.created gt "2026-05-13T04:42:34.500Z"',
    'not (active eq true)',
    '(title pr or active eq true) and userName sw "x"',
  ])('does not hold for %s', (text) => {
    expect(matchesKim(text)).toBe(false);
  });

  it('takes stored values of another type for no match', () => {
    const resource = { userName: 5, active: 'true', emails: 'x', name: 'y' };
    for (const text of ['userName eq "5"', 'active eq true', 'emails eq "x"', 'emails pr', 'name.givenName pr'])
      expect(matches(resolveFilter(parseFilter(text), userResourceType), resource)).toBe(false);
  });
});

describe('matchesElement', () => {
  const emails = resolveAttribute(userResourceType, { attribute: 'emails' });

  it.each([
    ['type eq "WORK"', true],
    ['type eq "work" and primary eq true', false],
    ['primary ne true', true],
    ['display eq null', true],
    ['value pr', true],
  ])('tells whether %s holds for one element', (text, expected) => {
    const filter = emails && resolveValueFilter(parseValueFilter(text), emails);
    expect(filter && matchesElement(filter, { type: 'work', value: 'x' })).toBe(expected);
  });
});

describe('isAssigned', () => {
  it.each([null, undefined, '', [], {}])('takes %j for no value', (value) => {
    expect(isAssigned(value)).toBe(false);
  });

  it.each([false, 0, ' ', [null], { a: null }])('takes %j for a value', (value) => {
    expect(isAssigned(value)).toBe(true);
  });
});
