import { describe, expect, it } from '@jest/globals';
import { isMember, refusalOfProjectGrant, refusalOfRemoval, refusalOfRole } from './manual-edits.js';

describe('refusalOfRole', () => {
  it.each([
    ['whom no group gives a role', { isOwner: false, isActive: true, groups: [] }],
    ['who is inactive, whatever their groups', { isOwner: false, isActive: false, groups: ['qa'] }],
  ])('allows setting the role of somebody %s manually', (_, facts) => {
    expect(refusalOfRole(facts)).toBeNull();
  });

  it.each([
    [['qa'], 'The identity provider manages this role, through the group qa.'],
    [['qa', 'leads'], 'The identity provider manages this role, through the groups qa, leads.'],
  ])('names the groups %j that give the role', (groups, refusal) => {
    expect(refusalOfRole({ isOwner: false, isActive: true, groups })).toBe(refusal);
  });
});

const NOTHING = { role: 'AN', isManual: false, groups: [], throughWorkspace: false } as const;

describe('isMember', () => {
  it.each([
    ['nothing', NOTHING, false],
    ['a manual grant', { ...NOTHING, isManual: true }, true],
    ['a group', { ...NOTHING, groups: ['qa'] }, true],
    ['the workspace', { ...NOTHING, throughWorkspace: true }, true],
    ['the role of an Administrator', { ...NOTHING, role: 'AD' as const }, true],
  ])('lets %s make a member or not', (_, facts, expected) => {
    expect(isMember(facts)).toBe(expected);
  });
});

describe('refusalOfRemoval', () => {
  it.each([
    ['given manually', { ...NOTHING, isManual: true }],
    ['given manually and by a group', { ...NOTHING, isManual: true, groups: ['qa'] }],
    ['given manually and by the workspace', { ...NOTHING, isManual: true, throughWorkspace: true }],
  ])('allows taking manually what is %s', (_, facts) => {
    expect(refusalOfRemoval(facts)).toBeNull();
  });

  it.each([
    ['the Owner', { ...NOTHING, role: 'OW' as const, isManual: true }, 'cannot be removed'],
    ['an Administrator', { ...NOTHING, role: 'AD' as const }, 'cannot be removed'],
    ['whom a group brought', { ...NOTHING, groups: ['qa', 'leads'] }, 'groups qa, leads'],
    ['who is in the workspace', { ...NOTHING, throughWorkspace: true }, 'remove the user there'],
  ])('keeps %s', (_, facts, reason) => {
    expect(refusalOfRemoval(facts)).toContain(reason);
  });
});

describe('refusalOfProjectGrant', () => {
  it.each(['OW', 'AD'] as const)('gives nothing to %s, who is in every project', (role) => {
    expect(refusalOfProjectGrant(role)).toContain('every project');
  });

  it.each(['MA', 'RE', 'AN', 'NO', 'DI'] as const)('lets %s be given a project', (role) => {
    expect(refusalOfProjectGrant(role)).toBeNull();
  });
});
