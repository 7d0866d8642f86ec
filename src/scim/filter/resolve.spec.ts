import { describe, expect, it } from '@jest/globals';
import { InvalidFilterError } from '../errors.js';
import { groupResourceType, userResourceType } from '../resource-types.js';
import { resolveAttribute } from '../schema/resolve.js';
import type { ResourceType, ScimResource } from '../schema/schema.js';
import { Urn } from '../urns.js';
import { matches } from './evaluate.js';
import { parseFilter, parseValueFilter } from './parser.js';
import { resolveFilter, resolveValueFilter } from './resolve.js';
import type { ResolvedFilter } from './resolved.js';

const onUsers = (text: string): ResolvedFilter => resolveFilter(parseFilter(text), userResourceType);

describe('resolveFilter', () => {
  it.each([
    ['emails co "x"', { attribute: 'emails', subAttribute: 'value' }],
    ['EMAIL eq "x"', { attribute: 'emails', subAttribute: 'value' }],
    ['manager eq "x"', { schema: Urn.enterpriseUser, attribute: 'manager', subAttribute: 'value' }],
    [
      `${Urn.enterpriseUser}:MANAGER eq "x"`,
      { schema: Urn.enterpriseUser, attribute: 'manager', subAttribute: 'value' },
    ],
    [`${Urn.user}:username eq "x"`, { attribute: 'userName' }],
  ])('binds %s', (text, path) => {
    expect(onUsers(text)).toMatchObject({ kind: 'comparison', attribute: { path } });
  });

  it.each([
    ['active eq true', true],
    ['active eq "False"', false],
    ['active eq True', true],
    ['roles[primary eq "True"]', true],
    ['meta.created eq "2026-01-31T10:00:00+02:00"', new Date('2026-01-31T08:00:00Z')],
    ['externalId eq jyoung', 'jyoung'],
    ['externalId eq 701984', '701984'],
    ['externalId eq "True"', 'True'],
  ])('converts the value of %s', (text, value) => {
    const resolved = onUsers(text);
    expect(resolved.kind === 'element' ? resolved.filter : resolved).toMatchObject({ kind: 'comparison', value });
  });

  it('binds what is between brackets to the elements', () => {
    expect(onUsers('emails[TYPE eq "work" and Value pr]')).toMatchObject({
      kind: 'element',
      attribute: { path: { attribute: 'emails' } },
      filter: {
        kind: 'and',
        terms: [
          { attribute: { path: { attribute: 'emails', subAttribute: 'type' } } },
          { attribute: { path: { attribute: 'emails', subAttribute: 'value' } } },
        ],
      },
    });
    expect(onUsers('schemas[value eq "urn:x"]')).toMatchObject({
      filter: { attribute: { path: { attribute: 'schemas' } } },
    });
  });

  it('reads ne as the negation of eq, and null as the absence of a value', () => {
    expect(onUsers('title ne "x"')).toMatchObject({ kind: 'not', filter: { kind: 'comparison', operator: 'eq' } });
    expect(onUsers('title eq null')).toMatchObject({ kind: 'not', filter: { kind: 'presence' } });
    expect(onUsers('title ne null')).toMatchObject({ kind: 'presence' });
    expect(onUsers('name ne null')).toMatchObject({ kind: 'presence', attribute: { attribute: { name: 'name' } } });
  });

  it.each([
    ['nonsense eq "x"', 'there is no attribute "nonsense"'],
    ['Name.Nonsense pr', 'there is no attribute "Name.Nonsense"'],
    ['department eq "x"', 'there is no attribute "department"'],
    ['constructor pr', 'there is no attribute "constructor"'],
    ['emails[department eq "x"]', 'there is no attribute "department"'],
    ['emails[emails.value eq "x"]', 'there is no attribute "emails.value"'],
    [`emails[${Urn.user}:value eq "x"]`, 'there is no attribute'],
    ['userName[value eq "x"]', 'has no elements'],
    ['emails.value[value eq "x"]', 'has no elements'],
    ['password eq "x"', '"password" cannot be searched'],
    ['password pr', '"password" cannot be searched'],
    ['name eq "x"', '"name" is complex'],
    ['addresses co "x"', '"addresses" is complex'],
    ['active gt true', '"gt" does not apply to "active", which is a boolean'],
    ['active co "t"', '"co" does not apply to "active"'],
    ['x509Certificates.value lt "x"', '"lt" does not apply'],
    ['meta.created sw "2026"', '"sw" does not apply'],
    ['meta.created gt "yesterday"', 'cannot be compared with "yesterday"'],
    ['meta.created gt 5', 'cannot be compared with 5'],
    ['active eq "yes"', 'cannot be compared with "yes"'],
    ['active eq yes', 'cannot be compared with "yes"'],
    ['active eq 1', 'cannot be compared with 1'],
    ['userName eq true', 'cannot be compared with true'],
    ['userName co 5', 'cannot be compared with 5'],
    ['externalId eq 12345678901234567890', 'cannot be compared with'],
    ['userName gt null', '"gt" cannot compare "userName" with null'],
  ])('refuses %s', (text, problem) => {
    expect(() => onUsers(text)).toThrow(InvalidFilterError);
    expect(() => onUsers(text)).toThrow(problem);
  });

  it('gives groups no aliases of users', () => {
    expect(() => resolveFilter(parseFilter('email eq "x"'), groupResourceType)).toThrow(
      'there is no attribute "email"',
    );
  });

  it.each<[string, ResourceType, ScimResource, boolean]>([
    ['userName eq "kim"', groupResourceType, { displayName: 'Blue' }, false],
    ['userName ne "kim"', groupResourceType, { displayName: 'Blue' }, true],
    ['userName pr', groupResourceType, { displayName: 'Blue' }, false],
    ['userName eq null', groupResourceType, { displayName: 'Blue' }, true],
    ['userName eq "kim" or displayName eq "blue"', groupResourceType, { displayName: 'Blue' }, true],
    ['members eq "x" or userName eq "kim"', userResourceType, { userName: 'kim' }, true],
    ['members[value eq "x"]', userResourceType, { userName: 'kim' }, false],
  ])(
    'in a search over several types, counts what a type lacks as without value: %s',
    (text, type, resource, expected) => {
      const resolved = resolveFilter(parseFilter(text), type, [userResourceType, groupResourceType]);
      expect(matches(resolved, resource)).toBe(expected);
    },
  );

  it('in a search over several types, refuses what all of them lack, and what another type refuses', () => {
    const resolve = (text: string): ResolvedFilter =>
      resolveFilter(parseFilter(text), groupResourceType, [userResourceType, groupResourceType]);
    expect(() => resolve('nonsense pr')).toThrow('there is no attribute');
    expect(() => resolve('password pr')).toThrow('cannot be searched');
  });
});

describe('resolveValueFilter', () => {
  it('refuses what the elements do not have', () => {
    const members = resolveAttribute(groupResourceType, { attribute: 'members' });
    expect(members && resolveValueFilter(parseValueFilter('VALUE eq "x"'), members)).toMatchObject({
      kind: 'comparison',
    });
    expect(() => members && resolveValueFilter(parseValueFilter('primary eq true'), members)).toThrow(
      InvalidFilterError,
    );
  });
});
