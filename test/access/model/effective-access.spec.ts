import { describe, expect, it } from '@jest/globals';
import { countsAsMember, effectiveProjectRole } from './effective-access.js';
import { ROLES } from '../../../src/modules/provisioning/engine/rules/roles.js';

const reviewer = { mapped: { role: 'RE', inherits: false }, manual: null } as const;

describe('effectiveProjectRole', () => {
  it('is no access without grant and workspace, whatever the role', () => {
    expect(ROLES.map((role) => effectiveProjectRole(role, null, false))).toEqual(ROLES.map(() => null));
  });

  it('puts mapped and manual grants together', () => {
    const both = { mapped: { role: 'AN', inherits: false }, manual: { role: null, inherits: true } } as const;
    expect(effectiveProjectRole('RE', both, false)).toEqual({ role: 'RE', state: 'active' });
  });

  it('lets an explicit role stand against the workspace', () => {
    expect(effectiveProjectRole('AN', reviewer, true)).toEqual({ role: 'RE', state: 'active' });
  });

  it('is pending without a role for the Not Activated', () => {
    expect(effectiveProjectRole('NO', reviewer, false)).toEqual({ role: null, state: 'pending' });
  });
});

describe('countsAsMember', () => {
  it('is so for everybody but the Deactivated', () => {
    expect(ROLES.filter((role) => !countsAsMember(role))).toEqual(['DI']);
  });
});
