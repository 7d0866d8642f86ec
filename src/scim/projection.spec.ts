import { describe, expect, it } from '@jest/globals';
import { refusal } from '../../test/support/patching.js';
import { parseProjection, project, wants, type ProjectionQuery } from './projection.js';
import { groupResourceType, userResourceType } from './resource-types.js';
import { Urn } from './urns.js';

const resource = {
  schemas: [Urn.user, Urn.enterpriseUser, Urn.access],
  id: '5c0f',
  externalId: 'x-1',
  userName: 'kim@example.org',
  password: 'never to be seen',
  name: { givenName: 'Kim', familyName: 'Lee' },
  emails: [{ value: 'kim@example.org', type: 'work' }, { type: 'home' }],
  groups: [],
  active: true,
  [Urn.enterpriseUser]: { department: 'Optics', manager: { value: '42', $ref: '../Users/42' } },
  [Urn.access]: { role: 'AN', workspaces: [{ value: '1', display: 'One' }] },
  meta: { resourceType: 'User', version: 'W/"3"' },
};

const see = (query: ProjectionQuery) => project(resource, parseProjection(query, userResourceType), userResourceType);
const { password: _, [Urn.access]: access, ...byDefault } = resource;
const schemas = [Urn.user];

describe('project', () => {
  it('returns what is returned by default, and never the password', () => {
    expect(see({})).toEqual({ ...byDefault, schemas: [Urn.user, Urn.enterpriseUser] });
    expect(see({ attributes: 'password' })).toEqual({ schemas, id: '5c0f' });
  });

  it.each([
    ['userName', { userName: 'kim@example.org' }],
    [' USERNAME , active', { userName: 'kim@example.org', active: true }],
    [`${Urn.user}:userName`, { userName: 'kim@example.org' }],
    ['name.givenName', { name: { givenName: 'Kim' } }],
    ['name.givenName,name', { name: resource.name }],
    ['emails.value', { emails: [{ value: 'kim@example.org' }] }],
    ['meta.version', { meta: { version: 'W/"3"' } }],
    ['groups', { groups: [] }],
    ['shoeSize', {}],
    ['__proto__', {}],
  ])('returns of the attributes %s only those, and the id', (attributes, expected) => {
    expect(see({ attributes })).toEqual({ schemas, id: '5c0f', ...expected });
  });

  it.each([
    [`${Urn.enterpriseUser}:department`, Urn.enterpriseUser, { department: 'Optics' }],
    [`${Urn.enterpriseUser}:manager.value`, Urn.enterpriseUser, { manager: { value: '42' } }],
    [Urn.enterpriseUser.toUpperCase(), Urn.enterpriseUser, resource[Urn.enterpriseUser]],
    [Urn.access, Urn.access, access],
    [`${Urn.access}:workspaces.display`, Urn.access, { workspaces: [{ display: 'One' }] }],
  ])('returns of the extension what %s names', (attributes, urn, expected) => {
    expect(see({ attributes })).toEqual({ schemas: [Urn.user, urn], id: '5c0f', [urn]: expected });
  });

  it('returns the core attributes, and no extension, for the URN of the core schema', () => {
    const { [Urn.enterpriseUser]: _extension, ...core } = byDefault;
    expect(see({ attributes: Urn.user })).toEqual({ ...core, schemas });
  });

  it.each([
    ['emails,groups', ['emails', 'groups']],
    ['id,schemas,shoeSize', []],
    [Urn.enterpriseUser, [Urn.enterpriseUser]],
  ])('leaves out the excluded attributes %s, save those always returned', (excludedAttributes, gone) => {
    const expected = Object.fromEntries(Object.entries(byDefault).filter(([name]) => !gone.includes(name)));
    const left = [Urn.user, Urn.enterpriseUser].filter((urn) => !gone.includes(urn));
    expect(see({ excludedAttributes })).toEqual({ ...expected, schemas: left });
  });

  it('leaves out an excluded sub-attribute only', () => {
    expect(see({ excludedAttributes: ['name.givenName', `${Urn.enterpriseUser}:manager.$ref`] })).toMatchObject({
      name: { familyName: 'Lee' },
      [Urn.enterpriseUser]: { department: 'Optics', manager: { value: '42' } },
    });
    expect(see({ excludedAttributes: 'name.givenName' }).name).toEqual({ familyName: 'Lee' });
  });

  it('does not touch the resource', () => {
    const before = structuredClone(resource);
    see({ attributes: 'emails.type' });
    expect(resource).toEqual(before);
  });
});

describe('parseProjection', () => {
  it.each([
    ['both parameters', { attributes: 'userName', excludedAttributes: 'emails' }],
    ['a number', { attributes: 7 }],
    ['a list of numbers', { excludedAttributes: [7] }],
    ['more names than there can be', { attributes: Array.from({ length: 1_001 }, () => 'userName') }],
    ['an object, as nested query parameters are', { attributes: { a: 'userName' } }],
  ])('refuses %s', (_, query) => {
    expect(refusal(() => parseProjection(query, userResourceType))).toEqual({ status: 400, scimType: 'invalidValue' });
  });

  it('takes an empty parameter for none', () => {
    expect(see({ attributes: '', excludedAttributes: [] })).toEqual(see({}));
    expect(see({ attributes: ' , ', excludedAttributes: 'emails' })).toEqual(see({ excludedAttributes: 'emails' }));
  });
});

describe('wants', () => {
  it.each([
    [{}, 'members', true],
    [{ excludedAttributes: 'MEMBERS' }, 'members', false],
    [{ excludedAttributes: 'members.display' }, 'members', true],
    [{ attributes: 'displayName' }, 'members', false],
    [{ attributes: 'members.value' }, 'Members', true],
  ])('answers for %j and %s: %j', (query, name, expected) => {
    expect(wants(parseProjection(query, groupResourceType), name)).toBe(expected);
  });

  it.each([
    [{}, Urn.access, false],
    [{ attributes: Urn.access }, Urn.access, true],
    [{ attributes: `${Urn.access}:role` }, Urn.access, true],
    [{ attributes: `${Urn.access}:role` }, `${Urn.access}:role`, true],
    [{ attributes: `${Urn.access}:role` }, `${Urn.access}:projects`, false],
    [{}, Urn.enterpriseUser, true],
    [{}, 'password', false],
  ])('answers for %j and %s: %j', (query, name, expected) => {
    expect(wants(parseProjection(query, userResourceType), name)).toBe(expected);
  });
});
