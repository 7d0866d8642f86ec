import { describe, expect, it } from '@jest/globals';
import { aUserResource, patchGroup, patchUser, refusal } from '../../../test/support/patching.js';
import { Urn } from '../urns.js';

const work = { value: 'kim@example.org', type: 'work', primary: true };
const home = { value: 'kim@home.example', type: 'home' };
const flat = { type: 'home', locality: 'York', country: 'GB' };

describe('PATCH remove', () => {
  it.each([
    ['a simple attribute', { path: 'title' }, { title: 'Lead' }, {}],
    ['a complex attribute', { path: 'name' }, { name: { givenName: 'Kim' } }, {}],
    ['the last sub-attribute, and with it the attribute', { path: 'name.givenName' }, { name: { givenName: 'K' } }, {}],
    ['a list', { path: 'emails' }, { emails: [work, home] }, {}],
    ['a list when the value is null', { path: 'emails', value: null }, { emails: [work] }, {}],
    [
      'the elements that a filter picks',
      { path: 'emails[type eq "home"]' },
      { emails: [work, home] },
      { emails: [work] },
    ],
    ['the last element, and with it the attribute', { path: 'emails[type eq "work"]' }, { emails: [work] }, {}],
    [
      'a sub-attribute of the elements that a filter picks',
      { path: 'addresses[type eq "home"].country' },
      { addresses: [flat] },
      { addresses: [{ type: 'home', locality: 'York' }] },
    ],
    [
      'an element of which nothing but its type would be left',
      { path: 'emails[type eq "home"].value' },
      { emails: [work, home] },
      { emails: [work] },
    ],
    [
      'the values listed, without regard to case where the attribute has none',
      { path: 'emails', value: [{ value: 'KIM@home.example' }] },
      { emails: [work, home] },
      { emails: [work] },
    ],
    [
      'a value given as text',
      { path: 'emails', value: 'kim@home.example' },
      { emails: [work, home] },
      { emails: [work] },
    ],
    [
      'elements without a value that say what is listed',
      { path: 'addresses', value: [{ locality: 'York' }] },
      { addresses: [flat, { type: 'work', locality: 'Hull' }] },
      { addresses: [{ type: 'work', locality: 'Hull' }] },
    ],
  ])('removes %s', (_, operation, before, after) => {
    const { resource, changed } = patchUser(aUserResource(before), { op: 'remove', ...operation });
    expect(resource).toEqual(aUserResource(after));
    expect(changed).toBe(true);
  });

  it.each([
    ['an attribute without value', { path: 'title' }],
    ['elements that are not there', { path: 'emails[type eq "other"]' }],
    ['a sub-attribute of nothing', { path: 'name.givenName' }],
    ['an empty list of values', { path: 'emails', value: [] }],
    ['an element that says nothing', { path: 'emails', value: [{}] }],
    ['a value under another type', { path: 'emails', value: [{ value: 'kim@home.example', type: 'work' }] }],
  ])('changes nothing by removing %s', (_, operation) => {
    const user = aUserResource({ emails: [work, home] });
    expect(patchUser(user, { op: 'remove', ...operation })).toEqual({
      resource: user,
      changed: false,
      collections: {},
    });
  });

  it('takes an extension away with its last attribute, from schemas too', () => {
    const before = aUserResource({
      schemas: [Urn.user, Urn.enterpriseUser],
      [Urn.enterpriseUser]: { department: 'Optics' },
    });
    expect(patchUser(before, { op: 'remove', path: `${Urn.enterpriseUser}:department` }).resource).toEqual(
      aUserResource(),
    );
    expect(patchUser(before, { op: 'remove', path: Urn.enterpriseUser }).resource).toEqual(aUserResource());
  });

  it.each([
    ['noTarget', {}],
    ['noTarget', { path: '', value: { title: 'Lead' } }],
    ['mutability', { path: 'userName' }],
    ['mutability', { path: 'id' }],
    ['mutability', { path: 'meta' }],
    ['mutability', { path: 'groups[value eq "1"]' }],
    ['invalidValue', { path: 'emails', value: [7] }],
  ])('answers %s to %j', (scimType, operation) => {
    expect(refusal(() => patchUser(aUserResource(), { op: 'remove', ...operation }))).toEqual({
      status: 400,
      scimType,
    });
  });

  it('removes no part of a member', () => {
    const group = { schemas: [Urn.group], displayName: 'Blue', members: [{ value: '1', display: 'Ana' }] };
    const operation = { op: 'remove', path: 'members[value eq "1"].display' };
    expect(refusal(() => patchGroup(group, operation))).toEqual({ status: 400, scimType: 'mutability' });
  });
});
