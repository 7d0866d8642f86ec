import { describe, expect, it } from '@jest/globals';
import { parseAttributePath, printAttributePath } from '../attribute-path.js';
import { groupResourceType, listedAttributes, userResourceType } from '../resource-types.js';
import { Urn } from '../urns.js';
import type { Attribute } from './attribute.js';
import { resolveAttribute, resolveExtension, type ResolvedAttribute } from './resolve.js';

function resolve(text: string, type = userResourceType): ResolvedAttribute | undefined {
  const path = parseAttributePath(text);
  return path && resolveAttribute(type, path);
}

describe('resolveAttribute', () => {
  it.each([
    ['USERNAME', 'userName'],
    ['Name.GIVENname', 'name.givenName'],
    [`${Urn.user.toUpperCase()}:Emails.Value`, 'emails.value'],
    [`${Urn.user}:id`, 'id'],
    ['Meta.LastModified', 'meta.lastModified'],
    ['externalid', 'externalId'],
    ['schemas', 'schemas'],
    [`${Urn.enterpriseUser.toLowerCase()}:Manager.Value`, `${Urn.enterpriseUser}:manager.value`],
    [`${Urn.access}:role`, `${Urn.access}:role`],
  ])('spells %s as %s', (text, canonical) => {
    const resolved = resolve(text);
    expect(resolved && printAttributePath(resolved.path)).toBe(canonical);
  });

  it.each([
    'department',
    'name.nonsense',
    'userName.value',
    `${Urn.enterpriseUser}:userName`,
    `${Urn.enterpriseUser}:id`,
    `${Urn.group}:displayName`,
    'urn:example:unknown:2.0:User:x',
    'constructor',
    '__proto__',
    'toString',
  ])('knows no %s on users', (text) => {
    expect(resolve(text)).toBeUndefined();
  });

  it('tells which schema an attribute belongs to', () => {
    expect(resolve(`${Urn.enterpriseUser}:department`)).toMatchObject({
      extension: true,
      schema: { id: Urn.enterpriseUser },
    });
    expect(resolve('id', groupResourceType)).toMatchObject({ extension: false, schema: { id: Urn.group } });
  });
});

describe('resolveExtension', () => {
  it('finds the extensions of the type only', () => {
    expect(resolveExtension(userResourceType, Urn.enterpriseUser.toUpperCase())?.id).toBe(Urn.enterpriseUser);
    expect(resolveExtension(userResourceType, Urn.user)).toBeUndefined();
    expect(resolveExtension(groupResourceType, Urn.enterpriseUser)).toBeUndefined();
  });
});

describe('schema data', () => {
  const schemas = [
    userResourceType.schema,
    groupResourceType.schema,
    ...userResourceType.schemaExtensions.map((e) => e.schema),
  ];
  const all = schemas.flatMap(({ attributes }) => attributes).flatMap((a) => [a, ...(a.subAttributes ?? [])]);

  it('gives sub-attributes to complex attributes, and to no others', () => {
    const wrong = all.filter((a) => (a.type === 'complex') !== (a.subAttributes !== undefined));
    expect(wrong).toEqual([]);
  });

  it('spells no attribute of one parent twice', () => {
    const lists: (readonly Attribute[])[] = [
      ...schemas.map((s) => s.attributes),
      ...all.map((a) => a.subAttributes ?? []),
    ];
    for (const list of lists) expect(new Set(list.map((a) => a.name.toLowerCase())).size).toBe(list.length);
  });

  it('types every reference and treats it and every binary as case-exact (RFC 7643 §2.3.6 and §2.3.7)', () => {
    expect(all.filter((a) => a.type === 'reference' && !(a.caseExact && a.referenceTypes))).toEqual([]);
    expect(all.filter((a) => a.type === 'binary' && !a.caseExact)).toEqual([]);
  });

  it('lists externalId first in what /Schemas shows', () => {
    expect(listedAttributes(groupResourceType).map((a) => a.name)).toEqual(['externalId', 'displayName', 'members']);
  });

  it.each([
    ['userName', { required: true, uniqueness: 'server', caseExact: false }],
    ['password', { mutability: 'writeOnly', returned: 'never' }],
    ['groups', { mutability: 'readOnly', multiValued: true }],
    ['id', { mutability: 'readOnly', returned: 'always', caseExact: true, uniqueness: 'server' }],
    [`${Urn.access}:projects`, { mutability: 'readOnly', returned: 'request', multiValued: true }],
  ])('gives %s its characteristics', (text, characteristics) => {
    expect(resolve(text)?.attribute).toMatchObject(characteristics);
  });
});
