import { describe, expect, it } from '@jest/globals';
import { patchOp, refusal } from '../../../test/support/patching.js';
import { groupResourceType, userResourceType } from '../resource-types.js';
import { Urn } from '../urns.js';
import { parsePatchOp } from './patch-op.js';

function paths(...operations: unknown[]): string[] {
  return parsePatchOp(patchOp(...operations), userResourceType).map(({ op, target }) => `${op} ${target.path}`);
}

describe('parsePatchOp', () => {
  it.each([
    ['no object', 'text'],
    ['a list', []],
    ['nothing', undefined],
    ['no operations', { schemas: [Urn.patchOp] }],
    ['an empty list of operations', patchOp()],
    ['an operation instead of a list', { Operations: { op: 'remove', path: 'title' } }],
    ['an operation that is no object', patchOp('remove')],
    ['an unknown verb', patchOp({ op: 'move', path: 'title', value: 'x' })],
    ['no verb', patchOp({ path: 'title', value: 'x' })],
    ['a verb that is no text', patchOp({ op: 1, path: 'title', value: 'x' })],
    ['the URN of another message', { schemas: [Urn.listResponse], Operations: [{ op: 'remove', path: 'title' }] }],
    ['schemas that are no list of URNs', { schemas: [7], Operations: [{ op: 'remove', path: 'title' }] }],
  ])('calls the syntax of %s invalid', (_, body) => {
    expect(refusal(() => parsePatchOp(body, userResourceType))).toEqual({ status: 400, scimType: 'invalidSyntax' });
  });

  it.each([
    ['invalidPath', { op: 'add', path: 7, value: 'x' }],
    ['invalidPath', { op: 'add', path: 'no path', value: 'x' }],
    ['invalidPath', { op: 'remove', path: 'userName[value eq "x"]' }],
    ['invalidFilter', { op: 'remove', path: 'emails[colour eq "red"]' }],
    ['invalidFilter', { op: 'remove', path: 'emails[primary gt true]' }],
    ['invalidFilter', { op: 'replace', value: { 'emails[type eq].value': 'x' } }],
    ['invalidValue', { op: 'add', path: 'title' }],
    ['invalidValue', { op: 'replace' }],
    ['invalidValue', { op: 'add', value: 'title' }],
    ['invalidValue', { op: 'add', value: ['title'] }],
    ['invalidValue', { op: 'add', path: Urn.enterpriseUser, value: 'Optics' }],
    ['noTarget', { op: 'remove' }],
    ['noTarget', { op: 'remove', path: null, value: { title: 'x' } }],
  ])('answers %s to %j', (scimType, operation) => {
    const parse = () => parsePatchOp(patchOp(operation), userResourceType);
    expect(refusal(parse)).toEqual({ status: 400, scimType });
  });

  it('makes one operation per key of a path-less value, extensions included', () => {
    const value = {
      title: 'Lead',
      'name.givenName': 'Kim',
      [Urn.enterpriseUser]: { department: 'Optics', 'manager.value': '1', Colour: 'red' },
      [`${Urn.enterpriseUser}:division`]: 'West',
    };
    expect(paths({ op: 'replace', value })).toEqual([
      'replace title',
      'replace name.givenName',
      `replace ${Urn.enterpriseUser}:department`,
      `replace ${Urn.enterpriseUser}:manager.value`,
      `replace ${Urn.enterpriseUser}:division`,
    ]);
  });

  it.each([
    ['nothing', undefined],
    ['null', null],
    ['an empty list', []],
  ])('takes a message whose schemas are %s for a PatchOp', (_, schemas) => {
    const body = { schemas, Operations: [{ op: 'remove', path: 'title' }] };
    expect(parsePatchOp(body, userResourceType)).toHaveLength(1);
  });

  it.each([
    ['favouriteColour'],
    ['title.length'],
    ['emails[type eq "work"].colour'],
    ['urn:example:custom:2.0:User:badge'],
    ['urn:example:custom:2.0:User'],
    ['__proto__'],
    ['__proto__.polluted'],
    ['constructor.prototype'],
    ['toString'],
  ])('ignores the unknown attribute %s, in the path and as a key', (path) => {
    const key = JSON.parse(`{${JSON.stringify(path)}:{"polluted":true}}`) as unknown;
    expect(paths({ op: 'add', path, value: { polluted: true } }, { op: 'remove', path })).toEqual([]);
    expect(paths({ op: 'replace', value: key }, { op: 'add', value: { [Urn.enterpriseUser]: key } })).toEqual([]);
    expect(Object.hasOwn(Object.prototype, 'polluted')).toBe(false);
  });

  it.each([['a.b.c'], ['two words'], ['http://example.org/a b'], ['7up'], ['']])('ignores the key %j', (key) => {
    expect(paths({ op: 'add', value: { [key]: 'x' } })).toEqual([]);
  });

  it('reads a path-less value with a hundred thousand keys', () => {
    const value = Object.fromEntries(Array.from({ length: 100_000 }, (_, index) => [`key${index}`, index]));
    expect(paths({ op: 'add', value: { ...value, title: 'Lead' } })).toEqual(['add title']);
  });

  it('knows the attributes of the type at hand only', () => {
    const body = patchOp({ op: 'add', path: 'members', value: { value: '1' } }, { op: 'remove', path: 'userName' });
    expect(parsePatchOp(body, groupResourceType).map(({ target }) => target.path)).toEqual(['members']);
  });
});
