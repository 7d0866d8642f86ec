import { describe, expect, it } from '@jest/globals';
import { InvalidValueError } from '../errors.js';
import { Urn } from '../urns.js';
import { referencesIn, resolveData, resolvePath, withoutReferences } from './references.js';

const ids = new Map([
  ['kim', '0198-1'],
  ['lee', '0198-2'],
]);
const lookup = (name: string): string | undefined => ids.get(name);

const patch = {
  Operations: [{ op: 'remove', path: 'members[value eq "bulkId:kim" or value eq "bulkId:lee"]' }],
};

describe('referencesIn', () => {
  it.each<[unknown, string, string[]]>([
    [{ members: [{ value: 'bulkId:kim' }, { value: 'bulkId:lee' }] }, '/Groups', ['kim', 'lee']],
    [{ [Urn.enterpriseUser]: { manager: { value: 'bulkId:kim' } } }, '/Users', ['kim']],
    [{ members: [{ $ref: 'https://rolecall.example/scim/v2/Users/bulkId:kim' }] }, '/Groups', ['kim']],
    [{ members: [{ $REF: '../Users/bulkId:kim' }] }, '/Groups', ['kim']],
    [{ Operations: [{ op: 'add', path: 'members', value: [{ value: 'bulkId:kim' }] }] }, '/Groups/1', ['kim']],
    [patch, '/Groups/bulkId:team', ['team', 'kim', 'lee']],
    [undefined, '/Users/bulkId:kim', ['kim']],
    [{ members: [{ value: 'bulkId:with spaces, and: colons' }] }, '/Groups', ['with spaces, and: colons']],
    [{ title: 'bulkId:' }, '/Users', []],
    [{ title: 'see bulkId:kim', nickName: 'BULKID:kim', x: ['/Users/bulkId:kim'] }, '/Users', []],
    [{ 'bulkId:kim': 7, n: null, b: true }, '/Users', []],
    ['bulkId:kim', '/Users', ['kim']],
  ])('finds in %j at %s: %j', (data, path, expected) => {
    expect([...referencesIn(data, path)]).toEqual(expected);
  });

  it('refuses what nests too deep to be a resource', () => {
    const deep: unknown = JSON.parse(`${'{"a":['.repeat(10_000)}${']}'.repeat(10_000)}`);
    expect(() => referencesIn(deep, '/Users')).toThrow(InvalidValueError);
  });
});

describe('resolveData', () => {
  it('puts ids in the place of references, and changes nothing else', () => {
    const data = { members: [{ value: 'bulkId:kim', $ref: '/Users/bulkId:kim' }, { value: 'bulkId:nobody' }], n: 1 };
    expect(resolveData(data, lookup)).toEqual({
      members: [{ value: '0198-1', $ref: '/Users/0198-1' }, { value: 'bulkId:nobody' }],
      n: 1,
    });
    expect(resolveData(patch, lookup)).toEqual({
      Operations: [{ op: 'remove', path: 'members[value eq "0198-1" or value eq "0198-2"]' }],
    });
  });

  it('leaves keys that reach into prototypes what they are: keys', () => {
    const data: unknown = JSON.parse('{"__proto__": {"value": "bulkId:kim"}}');
    expect(JSON.stringify(resolveData(data, lookup))).toBe('{"__proto__":{"value":"0198-1"}}');
    expect(JSON.stringify(withoutReferences(data, new Set(['lee'])))).toBe('{"__proto__":{"value":"bulkId:kim"}}');
  });
});

describe('resolvePath', () => {
  it.each([
    ['/Users/bulkId:kim', '/Users/0198-1'],
    ['/Users/bulkId:nobody', '/Users/bulkId:nobody'],
    ['/Users', '/Users'],
  ])('makes of %s %s', (path, expected) => {
    expect(resolvePath(path, lookup)).toBe(expected);
  });
});

describe('withoutReferences', () => {
  it.each<[unknown, unknown]>([
    [{ members: [{ value: 'bulkId:kim', type: 'User' }, { value: 'x' }] }, { members: [{ value: 'x' }] }],
    [{ members: [{ $ref: '/Users/bulkId:kim', type: 'User' }] }, { members: [] }],
    [
      { [Urn.enterpriseUser]: { manager: { value: 'bulkId:kim' }, department: 'Art' } },
      { [Urn.enterpriseUser]: { department: 'Art' } },
    ],
    [{ title: 'bulkId:kim', userName: 'lee' }, { userName: 'lee' }],
    [{ members: [{ value: 'bulkId:lee' }] }, { members: [{ value: 'bulkId:lee' }] }],
    [undefined, undefined],
  ])('makes of %j %j', (data, expected) => {
    expect(withoutReferences(data, new Set(['kim']))).toEqual(expected);
  });
});
