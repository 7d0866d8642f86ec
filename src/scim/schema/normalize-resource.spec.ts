import { describe, expect, it } from '@jest/globals';
import { refusal } from '../../../test/support/patching.js';
import { groupResourceType, userResourceType } from '../resource-types.js';
import { Urn } from '../urns.js';
import { MAX_KEY_LENGTH, MAX_TEXT_LENGTH } from './check-text.js';
import { normalizeResource } from './normalize-resource.js';
import type { ScimResource } from './schema.js';

const user = (attributes: object) =>
  normalizeResource({ userName: 'kim@example.org', ...attributes }, userResourceType, 'create');

const kept = (attributes: Record<string, unknown>): ScimResource => ({
  schemas: [Urn.user],
  userName: 'kim@example.org',
  ...attributes,
});

const kWork = { value: 'K', type: 'WORK', primary: true };
const kHome = { value: 'k', type: 'home' };
const kimAtK = { emails: [{ value: 'k' }], name: { givenName: 'Kim' } };
const certificates = { x509Certificates: [{ value: 'a' }, { value: 'A' }] };

const namesNobody: readonly unknown[] = [
  [{ display: 'Ana' }],
  [{ value: '' }],
  [{ value: ' ' }],
  [{ value: null }],
  [{}],
  [null],
  [''],
  [{ value: 'a' }, { value: '' }],
  [null, { value: 'a' }],
  '',
  {},
  '[]',
  '[{"value":""}]',
];

describe('normalizeResource', () => {
  it.each([
    ['names in any case', { USERNAME: 'k', Name: { GivenName: 'Kim' } }, { userName: 'k', name: { givenName: 'Kim' } }],
    ['the id, meta and groups of an earlier answer', { id: '1', meta: { version: 'x' }, groups: [{ value: '1' }] }, {}],
    ['a password', { password: 'x9Zr' }, {}],
    ['unknown attributes', { shoeSize: 42, 'urn:example:custom:1.0': { a: 1 }, name: { nick: 'K' } }, {}],
    ['null, empty lists and empty texts', { title: null, emails: [], nickName: '', name: { givenName: '' } }, {}],
    ['lists of nothing', { emails: [null, {}, '', { value: '' }] }, {}],
    [
      'text for a boolean',
      { active: 'False', emails: [{ value: 'k', primary: 'TRUE' }] },
      {
        active: false,
        emails: [{ value: 'k', primary: true }],
      },
    ],
    ['an object for a list', { emails: { Value: 'k' } }, { emails: [{ value: 'k' }] }],
    ['texts for a list of objects', { roles: ['a', 'b', 'a'] }, { roles: [{ value: 'a' }, { value: 'b' }] }],
    [
      'brackets of a name',
      { userName: '{kim}', emails: [{ value: '[kim' }] },
      { userName: '{kim}', emails: [{ value: '[kim' }] },
    ],
    ['JSON text in the value of a role', { roles: [{ value: '{"id":1}' }] }, { roles: [{ value: '{"id":1}' }] }],
    ['a list of objects in JSON text', { emails: '[{"Value":"k","x":1}]' }, { emails: [{ value: 'k' }] }],
    ['an object in JSON text', { emails: ['{"value":"k"}'], name: ' {"givenName":"Kim"}' }, kimAtK],
    [
      'an emptied entry beside another',
      { emails: [{ value: '', x: 1 }, { value: 'k' }] },
      { emails: [{ value: 'k' }] },
    ],
    ['equal entries once', { emails: [{ value: 'k', type: 'work' }, kWork, kHome] }, { emails: [kWork, kHome] }],
    ['certificates that differ in case', { x509Certificates: ['a', 'A', 'a'] }, certificates],
    ['elements that have a type and nothing else', { emails: [{ type: 'work', primary: true }] }, {}],
    ['blanks around a text, and keeps them', { title: ' Lead ' }, { title: ' Lead ' }],
    ['blanks around a name, which are no part of it', { userName: ' k k\u00a0\r\n' }, { userName: 'k k' }],
    ['blanks around addresses', { emails: ['k ', '\u200bk', ' '] }, { emails: [{ value: 'k' }] }],
    [
      'blanks around what others call the person',
      { externalId: ' 1', displayName: 'K ' },
      { externalId: ' 1', displayName: 'K ' },
    ],
    ['an access extension, which is read-only', { [Urn.access]: { role: 'OW' } }, {}],
  ])('accepts %s', (_, input, expected) => {
    expect(user(input)).toEqual(kept(expected));
  });

  it.each([
    ['as an object', { Manager: { Value: '42', displayName: 'Ana' } }],
    ['as text', { manager: '42' }],
  ])('reads the manager %s', (_, extension) => {
    expect(user({ [Urn.enterpriseUser.toLowerCase()]: extension })).toEqual({
      ...kept({ [Urn.enterpriseUser]: { manager: { value: '42' } } }),
      schemas: [Urn.user, Urn.enterpriseUser],
    });
  });

  it.each([[{ manager: '' }], [{ manager: null, department: '' }], [{}], [null], ['']])(
    'leaves out the extension %j, which says nothing',
    (extension) => {
      expect(user({ schemas: [Urn.user, Urn.enterpriseUser], [Urn.enterpriseUser]: extension })).toEqual(kept({}));
    },
  );

  it.each([
    [[]],
    [null],
    [[Urn.user]],
    [[Urn.user.toUpperCase(), 'urn:okta:custom:1.0']],
    ['urn:ietf:params:scim:schemas:core:2.0:User'],
    [['urn:scim:schemas:core:1.0', Urn.user]],
    [['urn:scim:schemas:core:2.0', 'urn:scim:schemas:extension:enterprise:2.0']],
    [['urn:scim:schemas:core:2.0:User']],
  ])('accepts the schemas %j and lists its own', (schemas) => {
    expect(user({ schemas }).schemas).toEqual([Urn.user]);
  });

  it('reads an extension under the URN that it had before the RFCs', () => {
    expect(user({ 'urn:scim:schemas:extension:enterprise:1.0': { department: 'Optics' } })).toEqual({
      ...kept({ [Urn.enterpriseUser]: { department: 'Optics' } }),
      schemas: [Urn.user, Urn.enterpriseUser],
    });
  });

  it.each([[[Urn.group]], [['urn:okta:custom:1.0']], [[7]], [{}], [['urn:scim:schemas:core:2.0:Group']]])(
    'refuses the schemas %j',
    (schemas) => {
      expect(refusal(() => user({ schemas }))).toEqual({ status: 400, scimType: 'invalidSyntax' });
    },
  );

  it.each([[undefined], [null], ['text'], [[]], [7]])('refuses the body %j', (body) => {
    const refused = refusal(() => normalizeResource(body, userResourceType, 'create'));
    expect(refused).toEqual({ status: 400, scimType: 'invalidSyntax' });
  });

  it.each([
    ['userName is required to create a User', { userName: undefined }],
    ['userName is required to create a User', { userName: ' \t' }],
    ['userName must be a string', { userName: 7 }],
    ['active must be a boolean', { active: 'yes' }],
    ['active must be a boolean', { active: 1 }],
    ['active must be a boolean', { active: '' }],
    ['name must be an object', { name: 'Kim' }],
    ['name.givenName must be a string', { name: { givenName: ['Kim'] } }],
    ['emails must be a list of objects', { emails: [['a']] }],
    ['emails must be a list of objects', { emails: 7 }],
    ['emails must be a list of objects', { emails: 'a string' }],
    ['emails must be a list of objects', { emails: '[{"value":"k"' }],
    ['emails has an entry without any attribute that is known here', { emails: [{ value: 'k' }, { address: 'k' }] }],
    ['emails has an entry without any attribute that is known here', { emails: '[{"address":"k"}]' }],
    ['emails is text in JSON that describes no such value', { emails: ['["k"]'] }],
    ['emails is text in JSON that describes no such value', { emails: ['{"address":"k"}'] }],
    ['emails is text in JSON that describes no such value', { emails: ['{"value":"k"'] }],
    ['roles is text in JSON that describes no such value', { roles: [JSON.stringify('[{"value":"k"}]')] }],
    ['emails.value must be a string', { emails: ['{"value":["k"]}'] }],
    ['emails.value is JSON in a text', { emails: [{ value: '{"value":"k"}' }] }],
    ['emails.value is JSON in a text', { emails: [{ value: ' ["k"]' }] }],
    ['emails.value is JSON in a text', { emails: [{ value: '[{"value":"k"}' }] }],
    ['userName is JSON in a text', { userName: '{ "value":' }],
    ['emails.value is JSON in a text', { emails: [{ value: JSON.stringify('[{"value":"k"}]') }] }],
    ['phoneNumbers.value is JSON in a text', { phoneNumbers: [{ value: '[{"value":"1"}]' }] }],
    ['userName is JSON in a text', { userName: '{"value":"k"}' }],
    [`${Urn.enterpriseUser}:manager is text in JSON`, { [Urn.enterpriseUser]: { manager: '["42"]' } }],
    [
      `${Urn.enterpriseUser}:manager.value is JSON in a text`,
      { [Urn.enterpriseUser]: { manager: { value: '["42"]' } } },
    ],
    ['emails.value must be a string', { emails: [{ value: {} }] }],
    ['emails has more than one primary value', { emails: ['a', 'b'].map((value) => ({ value, primary: true })) }],
    ['x509Certificates.value must be base 64 text', { x509Certificates: [{ value: 'not base 64!' }] }],
    ['title contains a NUL character', { title: 'a\u0000' }],
    ['title is not valid Unicode', { title: 'a\ud800' }],
    ['userName is too long', { userName: 'a'.repeat(MAX_KEY_LENGTH + 1) }],
    ['emails.value is too long', { emails: ['漢'.repeat(MAX_KEY_LENGTH)] }],
    ['title is too long', { title: 'a'.repeat(MAX_TEXT_LENGTH + 1) }],
    [`${Urn.enterpriseUser} must be an object`, { [Urn.enterpriseUser]: 'Optics' }],
    [`${Urn.enterpriseUser}:manager.value must be a string`, { [Urn.enterpriseUser]: { manager: { value: 1 } } }],
  ])('says that %s', (detail, input) => {
    expect(() => user(input)).toThrow(detail);
    expect(refusal(() => user(input))).toEqual({ status: 400, scimType: 'invalidValue' });
  });

  it.each([
    ['displayName is required to replace a Group', { members: [] }],
    ...namesNobody.map((members): [string, object] => [
      'Each of members needs a "value"',
      { displayName: 'Blue', members },
    ]),
    ['members must be a list of objects', { displayName: 'Blue', members: 'Ana' }],
    ['members must be a list of objects', { displayName: 'Blue', members: [['a']] }],
    [
      'members has an entry without any attribute that is known here',
      { displayName: 'Blue', members: [{ name: 'x' }] },
    ],
  ])('says that %s', (detail, input) => {
    expect(() => normalizeResource(input, groupResourceType, 'replace')).toThrow(detail);
  });

  it.each([[undefined], [null], [[]]])('reads the members %j as none', (members) => {
    const group = normalizeResource({ displayName: 'Blue', members }, groupResourceType, 'replace');
    expect(group).toEqual({ schemas: [Urn.group], displayName: 'Blue' });
  });

  it('reads a member once however often it is named', () => {
    const members = [{ value: 'a' }, { value: 'a', display: 'Ana' }, 'a', 'A'];
    const group = normalizeResource({ displayName: 'Blue', members }, groupResourceType, 'create');
    expect(group.members).toEqual([{ value: 'a' }, { value: 'A' }]);
  });

  it('accepts texts up to their limit, whole pairs of surrogates included', () => {
    const input = { userName: 'a'.repeat(MAX_KEY_LENGTH), title: '😀'.repeat(MAX_TEXT_LENGTH / 2) };
    expect(user(input)).toEqual(kept(input));
  });

  it('copies nothing that a prototype could carry', () => {
    const body: unknown = JSON.parse(
      '{"userName":"k","__proto__":{"title":"x"},"constructor":{"prototype":{"a":1}},"name":{"__proto__":{"a":1}}}',
    );
    const result = normalizeResource(body, userResourceType, 'create');
    expect(result).toEqual({ schemas: [Urn.user], userName: 'k' });
    expect(result.title).toBeUndefined();
  });

  it('reads a group of a hundred thousand members', () => {
    const members = Array.from({ length: 100_000 }, (_, index) => ({ value: `id-${index}`, display: 'x', $ref: null }));
    expect(normalizeResource({ displayName: 'All', members }, groupResourceType, 'create').members).toHaveLength(
      100_000,
    );
  });
});
