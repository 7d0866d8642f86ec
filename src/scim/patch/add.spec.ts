import { describe, expect, it } from '@jest/globals';
import { aUserResource, patchGroup, patchUser, refusal } from '../../../test/support/patching.js';
import { Urn } from '../urns.js';
import { MAX_ELEMENTS } from './write-whole.js';

const work = { value: 'kim@example.org', type: 'work', primary: true };
const home = { value: 'kim@home.example', type: 'home' };

describe('PATCH add', () => {
  it.each([
    ['a simple attribute', { path: 'nickName', value: 'K' }, {}, { nickName: 'K' }],
    ['an attribute that has a value', { path: 'nickName', value: 'K' }, { nickName: 'J' }, { nickName: 'K' }],
    ['a sub-attribute', { path: 'name.givenName', value: 'Kim' }, {}, { name: { givenName: 'Kim' } }],
    [
      'to a complex attribute, keeping its other sub-attributes',
      { path: 'name', value: { givenName: 'Kim' } },
      { name: { givenName: 'K', familyName: 'Lee' } },
      { name: { givenName: 'Kim', familyName: 'Lee' } },
    ],
    ['a single object to a list', { path: 'emails', value: home }, { emails: [work] }, { emails: [work, home] }],
    [
      'a sub-attribute to every element when no filter picks any',
      { path: 'emails.display', value: 'Kim' },
      { emails: [work, home] },
      {
        emails: [
          { ...work, display: 'Kim' },
          { ...home, display: 'Kim' },
        ],
      },
    ],
    [
      'sub-attributes to the elements that the filter picks',
      { path: 'emails[type eq "home"]', value: { display: 'At home' } },
      { emails: [work, home] },
      { emails: [work, { ...home, display: 'At home' }] },
    ],
    [
      'an element that the filter describes, when it picks none',
      { path: 'emails[type eq "home" and display eq "H"].value', value: 'kim@home.example' },
      { emails: [work] },
      { emails: [work, { ...home, display: 'H' }] },
    ],
    ['a value by its core URN', { path: `${Urn.user}:title`, value: 'Lead' }, {}, { title: 'Lead' }],
  ])('adds %s', (_, operation, before, after) => {
    const { resource, changed } = patchUser(aUserResource(before), { op: 'add', ...operation });
    expect(resource).toEqual(aUserResource(after));
    expect(changed).toBe(true);
  });

  it('puts an extension attribute under its URN, and the URN into schemas', () => {
    const { resource } = patchUser(aUserResource(), {
      op: 'add',
      path: `${Urn.enterpriseUser}:department`,
      value: 'Optics',
    });
    expect(resource.schemas).toEqual([Urn.user, Urn.enterpriseUser]);
    expect(resource[Urn.enterpriseUser]).toEqual({ department: 'Optics' });
  });

  it('takes a whole extension by its URN', () => {
    const value = { department: 'Optics', manager: { value: '42' } };
    const { resource } = patchUser(aUserResource(), { op: 'add', path: Urn.enterpriseUser, value });
    expect(resource[Urn.enterpriseUser]).toEqual(value);
  });

  it.each([
    ['an element that is there', { path: 'emails', value: [{ value: 'kim@example.org', type: 'work' }] }],
    ['an element that is there, primary and all', { path: 'emails', value: [{ ...work, type: 'work' }] }],
    ['a value that is there', { path: 'userName', value: 'kim@example.org' }],
    ['nothing', { path: 'emails', value: [] }],
    ['nothing to a picked element', { path: 'emails[type eq "work"]', value: null }],
  ])('changes nothing by adding %s', (_, operation) => {
    const user = aUserResource({ emails: [work, home] });
    expect(patchUser(user, { op: 'add', ...operation })).toEqual({ resource: user, changed: false, collections: {} });
  });

  it('completes an element of the same value and type instead of adding a second', () => {
    const { resource } = patchUser(aUserResource({ emails: [home] }), {
      op: 'add',
      path: 'emails',
      value: [{ value: 'KIM@home.example', type: 'home', display: 'Kim' }],
    });
    expect(resource.emails).toEqual([{ value: 'KIM@home.example', type: 'home', display: 'Kim' }]);
  });

  it('adds the same address twice under two types', () => {
    const { resource } = patchUser(aUserResource({ emails: [home] }), {
      op: 'add',
      path: 'emails',
      value: [{ value: 'kim@home.example', type: 'other' }],
    });
    expect(resource.emails).toEqual([home, { value: 'kim@home.example', type: 'other' }]);
  });

  it.each([
    ['a new element', { path: 'emails', value: [{ ...home, primary: true }] }],
    ['an element that is there', { path: 'emails[type eq "home"].primary', value: true }],
  ])('clears the other primary when it makes %s primary', (_, operation) => {
    const before = aUserResource({ emails: operation.path === 'emails' ? [work] : [work, home] });
    const { resource } = patchUser(before, { op: 'add', ...operation });
    expect(resource.emails).toEqual([
      { ...work, primary: false },
      { ...home, primary: true },
    ]);
  });

  it('refuses two primary elements at once', () => {
    const value = [
      { value: 'a@example.org', primary: true },
      { value: 'b@example.org', primary: true },
    ];
    expect(refusal(() => patchUser(aUserResource(), { op: 'add', path: 'emails', value }))).toEqual({
      status: 400,
      scimType: 'invalidValue',
    });
  });

  it('has no target when the filter picks nothing and describes no element', () => {
    const operation = { op: 'add', path: 'emails[type ne "work"].value', value: 'x@example.org' };
    expect(refusal(() => patchUser(aUserResource(), operation))).toEqual({ status: 400, scimType: 'noTarget' });
  });

  it('leaves a member that is there as it is, display name and all', () => {
    const group = { schemas: [Urn.group], displayName: 'Blue', members: [{ value: '1', display: 'Old' }] };
    const value = [{ value: '1', display: 'New', type: 'User' }];
    const { resource } = patchGroup(group, { op: 'add', path: 'members', value });
    expect(resource.members).toEqual([{ value: '1', display: 'Old', type: 'User' }]);
  });

  it('bounds the length of a list', () => {
    const value = Array.from({ length: MAX_ELEMENTS + 1 }, (_, index) => ({ value: `role-${index}` }));
    expect(refusal(() => patchUser(aUserResource(), { op: 'add', path: 'roles', value }))).toEqual({
      status: 400,
      scimType: 'invalidValue',
    });
  });
});
