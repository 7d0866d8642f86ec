import { describe, expect, it } from '@jest/globals';
import { aUserResource, memberChanges, patchUser } from '../../../test/support/patching.js';
import { groupResourceType, userResourceType } from '../resource-types.js';
import { Urn } from '../urns.js';
import { applyPatch } from './apply.js';
import { parsePatchOp } from './patch-op.js';

const group = { schemas: [Urn.group], id: '77aa', displayName: 'Night shift' };
const detached = { detached: ['members'] };

describe('client deviations', () => {
  it.each(['add', 'Add', 'ADD', 'Replace', 'rEPLACE'])('reads the verb %s', (op) => {
    expect(patchUser(aUserResource(), { op, path: 'title', value: 'Lead' }).resource.title).toBe('Lead');
  });

  it.each(['Remove', 'REMOVE'])('reads the verb %s', (op) => {
    expect(patchUser(aUserResource({ title: 'Lead' }), { op, path: 'title' }).resource).toEqual(aUserResource());
  });

  it('reads the members of the message without regard to case', () => {
    const body = { Schemas: [Urn.patchOp], operations: [{ OP: 'add', Path: 'title', VALUE: 'Lead' }] };
    const { resource } = applyPatch(aUserResource(), parsePatchOp(body, userResourceType), userResourceType);
    expect(resource.title).toBe('Lead');
  });

  it.each([null, ''])('takes the path %j for none', (path) => {
    expect(patchUser(aUserResource(), { op: 'add', path, value: { title: 'Lead' } }).resource.title).toBe('Lead');
  });

  it.each([
    ['True', true],
    ['true', true],
    ['FALSE', false],
  ])('reads %j for a boolean', (value, active) => {
    expect(patchUser(aUserResource(), { op: 'replace', path: 'active', value }).resource.active).toBe(active);
  });

  it.each([
    [{ op: 'remove', path: 'active' }],
    [{ op: 'remove', path: 'active', value: true }],
    [{ op: 'replace', path: 'active', value: null }],
    [{ op: 'add', path: 'active', value: [] }],
    [{ op: 'replace', path: 'active', value: [{ value: null }] }],
    [{ op: 'replace', value: { active: null } }],
  ])('takes %j to say nothing of whether somebody is active', (operation) => {
    const inactive = aUserResource({ active: false });
    expect(patchUser(inactive, operation)).toMatchObject({ resource: inactive, changed: false });
    const says = { op: 'replace', path: 'active', value: true };
    for (const operations of [
      [says, operation],
      [operation, says],
    ])
      expect(patchUser(inactive, ...operations).resource.active).toBe(true);
  });

  it('does not read "True" for a boolean where text is expected', () => {
    expect(patchUser(aUserResource(), { op: 'add', path: 'title', value: 'True' }).resource.title).toBe('True');
  });

  it.each([
    ['urn:scim:schemas:extension:enterprise:1.0:department'],
    ['urn:scim:schemas:extension:enterprise:2.0:User:department'],
    [`${Urn.enterpriseUser.toUpperCase()}:DEPARTMENT`],
  ])('finds the extension attribute %s', (path) => {
    const { resource } = patchUser(aUserResource(), { op: 'add', path, value: 'Optics' });
    expect(resource[Urn.enterpriseUser]).toEqual({ department: 'Optics' });
  });

  it('takes a whole group without path, as authentik sends it, and leaves the members alone', () => {
    const value = { schemas: [Urn.group], id: '77aa', externalId: '9', displayName: 'Day', members: null, meta: {} };
    const operations = parsePatchOp({ Operations: [{ op: 'replace', value }] }, groupResourceType);
    const { resource, collections } = applyPatch(group, operations, groupResourceType, detached);
    expect(resource).toEqual({ ...group, externalId: '9', displayName: 'Day' });
    expect(collections).toEqual({ members: [] });
  });

  it('adds members without path, as WSO2 does', () => {
    expect(memberChanges({ op: 'add', value: { members: [{ value: '1' }] } })).toEqual([
      { kind: 'update', reset: false, remove: [], add: [{ value: '1' }] },
    ]);
  });

  it('passes over what is read-only in a path-less value', () => {
    const value = { id: '5c0f', meta: { version: '9' }, groups: [], schemas: [], [Urn.access]: { role: 'OW' } };
    expect(patchUser(aUserResource(), { op: 'replace', value }).changed).toBe(false);
  });

  it.each([[null], ['']])('takes the id %j in a path-less value for none', (id) => {
    expect(patchUser(aUserResource(), { op: 'replace', value: { id } }).changed).toBe(false);
  });

  it('creates one address out of several operations, whichever part comes first', () => {
    const { resource } = patchUser(
      aUserResource(),
      { op: 'Add', path: 'addresses[type eq "work"].primary', value: 'True' },
      { op: 'Add', path: 'addresses[type eq "work"].Locality', value: 'Hull' },
    );
    expect(resource.addresses).toEqual([{ type: 'work', primary: true, locality: 'Hull' }]);
  });
});
