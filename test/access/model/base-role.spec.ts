import { describe, expect, it } from '@jest/globals';
import { activationRoleAtSignIn, baseRoleOfNewAccount, baseRoleOnReactivation } from './base-role.js';

describe('baseRoleOnReactivation', () => {
  it('keeps a base role that is there', () => {
    expect(baseRoleOnReactivation({ role: 'MA', source: 'manual' }, 'AN')).toEqual({ role: 'MA', source: 'manual' });
  });

  it('is that of a new account where there is none', () => {
    expect(baseRoleOnReactivation(null, 'RE')).toEqual(baseRoleOfNewAccount('RE'));
  });
});

describe('activationRoleAtSignIn', () => {
  it.each([
    ['a working default activates', null, 'RE', 'RE'],
    ['Not Activated does not', null, 'NO', null],
    ['Deactivated does not', null, 'DI', null],
    ['the first one is kept', 'AN', 'MA', 'AN'],
    ['also when the default no longer works', 'AN', 'NO', 'AN'],
  ] as const)('%s', (_, activation, defaultRole, expected) => {
    expect(activationRoleAtSignIn(activation, defaultRole)).toBe(expected);
  });
});
