import { describe, expect, it } from '@jest/globals';
import { resolveRole, type RoleFacts } from './resolve-role.js';

const facts: RoleFacts = {
  isOwner: false,
  isActive: true,
  base: { role: 'AN', source: 'default' },
  previouslyMapped: null,
  mapped: [],
  activationRole: null,
  manualRoleManagement: false,
};

describe('resolveRole', () => {
  it('remembers the base role while inactive (R2) and forgets it for a group (R3)', () => {
    expect(resolveRole({ ...facts, isActive: false, mapped: ['RE'] }).base).toEqual(facts.base);
    expect(resolveRole({ ...facts, mapped: ['RE'] }).base).toBeNull();
  });

  it('remembers the base role of the Owner, whatever groups give (R1)', () => {
    expect(resolveRole({ ...facts, isOwner: true, mapped: ['RE'] })).toMatchObject({ role: 'OW', base: facts.base });
  });

  it('notes what groups give, also where another rule decides', () => {
    expect(resolveRole({ ...facts, isActive: false, mapped: ['AN', 'RE'] }).mappedRole).toBe('RE');
  });

  it('keeps a lost role only at the loss (R5)', () => {
    const lost = { ...facts, base: null, manualRoleManagement: true };
    expect(resolveRole({ ...lost, previouslyMapped: 'MA' })).toMatchObject({ role: 'MA', roleSource: 'manual' });
    expect(resolveRole(lost)).toMatchObject({ role: 'DI', reason: 'no_role_group' });
  });

  it('keeps Not Activated as base role under an activation role (R7), so that a later change still sees it', () => {
    const kept = resolveRole({ ...facts, base: { role: 'NO', source: 'manual' }, activationRole: 'RE' });
    expect(kept).toMatchObject({ role: 'RE', roleSource: 'manual', reason: null, base: { role: 'NO' } });
  });
});
