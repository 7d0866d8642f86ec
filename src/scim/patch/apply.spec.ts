import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { aUserResource, patchOp, patchUser, refusal } from '../../../test/support/patching.js';
import { userResourceType } from '../resource-types.js';
import { Urn } from '../urns.js';
import { applyPatch } from './apply.js';
import { parsePatchOp } from './patch-op.js';
import { MAX_ELEMENTS } from './write-whole.js';

const full = aUserResource({
  schemas: [Urn.user, Urn.enterpriseUser],
  externalId: 'x-1',
  name: { givenName: 'Kim', familyName: 'Lee' },
  emails: [
    { value: 'kim@example.org', type: 'work', primary: true },
    { value: 'kim@home.example', type: 'home' },
  ],
  groups: [{ value: '77aa', display: 'Night shift' }],
  [Urn.enterpriseUser]: { department: 'Optics', manager: { value: '42', $ref: '../Users/42' } },
  meta: { resourceType: 'User', version: 'W/"3"' },
});

const path = fc.constantFrom(
  undefined,
  'id',
  'schemas',
  'userName',
  'active',
  'name',
  'name.givenName',
  'emails',
  'emails.value',
  'emails[type eq "work"]',
  'emails[type eq "fax"].value',
  'emails[primary eq "True"].primary',
  Urn.enterpriseUser,
  `${Urn.enterpriseUser}:manager`,
  `${Urn.enterpriseUser}:manager[value eq "42"].value`,
  '__proto__',
  'constructor.prototype',
  'emails[',
);

const value = fc.oneof(
  fc.constantFrom('', null, 'True', 'kim', 7, [], {}, { value: 'x', type: 'work', primary: true }),
  fc.constant([{ value: 'a', primary: true }, { value: 'b' }]),
  fc.constant({ userName: 'new', 'name.familyName': 'L', emails: { value: 'c' }, __proto__: { polluted: 1 } }),
  fc.jsonValue({ maxDepth: 3 }),
);

const operation = fc.record({ op: fc.constantFrom('add', 'remove', 'replace', 'Move'), path, value });

describe('applyPatch', () => {
  it('never touches the resource, and fails as a client error or gives a resource that needs no tidying', () => {
    const before = structuredClone(full);
    fc.assert(
      fc.property(fc.array(operation, { minLength: 1, maxLength: 4 }), (operations) => {
        const attempt = () => patchUser(full, ...operations);
        const resource = refusal(attempt) ? full : attempt().resource;
        expect(applyPatch(resource, [], userResourceType)).toEqual({ resource, changed: false, collections: {} });
        expect(full).toEqual(before);
        expect(Object.hasOwn(Object.prototype, 'polluted')).toBe(false);
      }),
      { seed: 7644, numRuns: 2_000 },
    );
  });

  it('is idempotent for operations that name a value', () => {
    fc.assert(
      fc.property(
        fc.constantFrom('title', 'name.givenName', 'nickName'),
        fc.string({ minLength: 1 }),
        (target, text) => {
          fc.pre(!text.includes('\u0000'));
          const operations = parsePatchOp(patchOp({ op: 'replace', path: target, value: text }), userResourceType);
          const { resource } = applyPatch(full, operations, userResourceType);
          expect(applyPatch(resource, operations, userResourceType).changed).toBe(false);
        },
      ),
      { seed: 1, numRuns: 200 },
    );
  });

  it('changes nothing at all when the last operation fails', () => {
    const user = aUserResource();
    const operations = [
      { op: 'replace', path: 'title', value: 'Lead' },
      { op: 'remove', path: 'userName' },
    ];
    expect(refusal(() => patchUser(user, ...operations))).toEqual({ status: 400, scimType: 'mutability' });
    expect(user).toEqual(aUserResource());
  });

  it.each([
    ['the password', { op: 'replace', path: 'password', value: 'secret' }],
    ['schemas', { op: 'add', path: 'schemas', value: ['urn:example:other'] }],
    ['its own id', { op: 'replace', path: 'id', value: '5c0f' }],
    ['an unknown attribute', { op: 'add', path: 'shoeSize', value: 42 }],
    ['a change and its reverse', { op: 'replace', value: { title: 'Lead', Title: null } }],
  ])('accepts %s and changes nothing', (_, change) => {
    expect(patchUser(aUserResource(), change)).toEqual({ resource: aUserResource(), changed: false, collections: {} });
  });

  it('takes undefined in the resource for no value', () => {
    const user = aUserResource({ title: undefined, name: { givenName: 'Kim', familyName: undefined } });
    expect(patchUser(user, { op: 'remove', path: 'nickName' }).changed).toBe(false);
  });

  it('keeps what it does not know how to change', () => {
    const { resource } = patchUser(full, { op: 'replace', path: 'title', value: 'Lead' });
    expect(resource).toEqual({ ...full, title: 'Lead' });
  });

  it('refuses operations that go through too many values, instead of taking minutes', () => {
    const value = Array.from({ length: MAX_ELEMENTS }, (_, index) => ({ value: `role-${index}` }));
    const add = { op: 'add', path: 'roles', value };
    expect(patchUser(aUserResource(), add).resource.roles).toHaveLength(MAX_ELEMENTS);
    expect(refusal(() => patchUser(aUserResource(), add, add, add))).toEqual({ status: 400, scimType: 'invalidValue' });
  });

  it('refuses a list of a million values to add', () => {
    const value = Array.from({ length: 1_000_000 }, (_, index) => `role-${index}`);
    const operation = { op: 'add', path: 'roles', value };
    expect(refusal(() => patchUser(aUserResource(), operation))).toEqual({ status: 400, scimType: 'invalidValue' });
  });
});
