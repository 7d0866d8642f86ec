import { describe, expect, it } from '@jest/globals';
import { aUserResource, patchUser, refusal } from '../../../test/support/patching.js';
import { Urn } from '../urns.js';

const work = { value: 'kim@example.org', type: 'work', primary: true };
const home = { value: 'kim@home.example', type: 'home' };
const manager = { value: '1', $ref: '../Users/1', displayName: 'Ana' };

describe('PATCH replace', () => {
  it.each([
    ['a simple attribute', { path: 'TITLE', value: 'Lead' }, { title: 'Clerk' }, { title: 'Lead' }],
    ['an attribute without value', { path: 'title', value: 'Lead' }, {}, { title: 'Lead' }],
    ['a whole list', { path: 'emails', value: [home] }, { emails: [work] }, { emails: [home] }],
    ['a whole list by one object', { path: 'emails', value: home }, { emails: [work] }, { emails: [home] }],
    [
      'the sub-attributes that are named of a complex attribute',
      { path: 'name', value: { GivenName: 'Kim' } },
      { name: { givenName: 'K', familyName: 'Lee' } },
      { name: { givenName: 'Kim', familyName: 'Lee' } },
    ],
    [
      'a sub-attribute of the elements that the filter picks',
      { path: 'emails[value ew "home.example"].type', value: 'other' },
      { emails: [work, home] },
      { emails: [work, { ...home, type: 'other' }] },
    ],
    [
      'an element, which stays what the filter picked it by',
      { path: 'emails[type eq "work"]', value: { value: 'k@example.org' } },
      { emails: [work] },
      { emails: [{ type: 'work', value: 'k@example.org' }] },
    ],
    [
      'an element by plain text',
      { path: 'emails[type eq "home"]', value: 'k@home.example' },
      { emails: [work, home] },
      { emails: [work, { type: 'home', value: 'k@home.example' }] },
    ],
    ['an emptied list', { path: 'emails', value: [] }, { emails: [work] }, {}],
  ])('replaces %s', (_, operation, before, after) => {
    const { resource, changed } = patchUser(aUserResource(before), { op: 'replace', ...operation });
    expect(resource).toEqual(aUserResource(after));
    expect(changed).toBe(true);
  });

  it('drops the reference and the name of the manager who was', () => {
    const before = aUserResource({ schemas: [Urn.user, Urn.enterpriseUser], [Urn.enterpriseUser]: { manager } });
    const { resource } = patchUser(before, { op: 'replace', path: `${Urn.enterpriseUser}:manager.value`, value: '2' });
    expect(resource[Urn.enterpriseUser]).toEqual({ manager: { value: '2' } });
  });

  it('keeps the reference of a manager who stays', () => {
    const before = aUserResource({ schemas: [Urn.user, Urn.enterpriseUser], [Urn.enterpriseUser]: { manager } });
    const { changed } = patchUser(before, { op: 'replace', path: `${Urn.enterpriseUser}:manager`, value: '1' });
    expect(changed).toBe(false);
  });

  it.each([[''], [null], [[]]])('unassigns by %j and passes over filters that match nothing', (value) => {
    const before = aUserResource({ title: 'Lead', emails: [work], phoneNumbers: [{ value: '1', type: 'fax' }] });
    const { resource } = patchUser(
      before,
      { op: 'replace', path: 'title', value },
      { op: 'replace', path: 'emails[type eq "work"].value', value },
      { op: 'replace', path: 'emails[type eq "home"].value', value },
      { op: 'replace', path: 'phoneNumbers[type eq "fax"]', value },
      { op: 'replace', path: Urn.enterpriseUser, value },
    );
    expect(resource).toEqual(aUserResource());
  });

  it('takes sub-attributes away that a complex value names as null', () => {
    const before = aUserResource({ name: { givenName: 'Kim', familyName: 'Lee' } });
    const { resource } = patchUser(before, { op: 'replace', value: { name: { givenName: null } } });
    expect(resource.name).toEqual({ familyName: 'Lee' });
  });

  it('works on the result of the operation before', () => {
    const { resource } = patchUser(
      aUserResource({ emails: [work] }),
      { op: 'replace', path: 'emails[type eq "work"].type', value: 'other' },
      { op: 'replace', path: 'emails[type eq "other"].value', value: 'k@example.org' },
    );
    expect(resource.emails).toEqual([{ value: 'k@example.org', type: 'other', primary: true }]);
  });

  it.each([
    ['noTarget', { path: 'emails[type eq "home"].value', value: 'x' }],
    ['noTarget', { path: 'emails[type eq "home"]', value: { value: 'x' } }],
    ['invalidValue', { path: 'userName', value: '' }],
    ['invalidValue', { path: 'userName', value: '   ' }],
    ['invalidValue', { path: 'active', value: 'yes' }],
    ['invalidValue', { path: 'active', value: '' }],
    ['invalidValue', { path: 'name', value: 'Kim' }],
    ['invalidValue', { path: 'title', value: { text: 'Lead' } }],
    ['invalidValue', { path: 'title', value: ['a', 'b'] }],
    ['invalidValue', { path: 'emails[type eq "work"]', value: 7 }],
    ['invalidValue', { value: 'active' }],
    ['mutability', { path: 'groups', value: [] }],
    ['mutability', { path: 'meta.version', value: 'W/"2"' }],
    ['mutability', { path: 'id', value: 'another' }],
    ['mutability', { value: { id: 'another' } }],
    ['mutability', { path: `${Urn.enterpriseUser}:manager.displayName`, value: 'Ana' }],
    ['mutability', { path: `${Urn.access}:role`, value: 'OW' }],
  ])('answers %s to %j', (scimType, operation) => {
    const before = aUserResource({ emails: [work] });
    expect(refusal(() => patchUser(before, { op: 'replace', ...operation }))).toEqual({ status: 400, scimType });
  });
});
