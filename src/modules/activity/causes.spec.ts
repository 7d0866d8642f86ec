import { describe, expect, it } from '@jest/globals';
import { causesOf } from './causes.js';

describe('causesOf', () => {
  it.each([
    ['GroupMembersChanged', ['acme-qa'], ['group acme-qa']],
    ['MappingsChanged', ['acme-leads', 'acme-qa'], ['group acme-leads', 'group acme-qa']],
    ['RoleSetByHand', [], ['by hand']],
    ['ProjectRolesChanged', [], ['by hand']],
    ['UserDeactivated', [], ['account deactivated']],
    ['OrganizationChanged', [], ['settings of the organization']],
    ['GroupMembersChanged', [], ['a group that is gone']],
    ['WorkspaceChanged', [], []],
  ])('says of %s about the groups %j: %j', (action, groups, causes) => {
    expect(causesOf(action, groups)).toEqual(causes);
  });
});
