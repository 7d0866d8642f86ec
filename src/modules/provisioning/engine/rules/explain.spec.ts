import { describe, expect, it } from '@jest/globals';
import { explainRole, type RoleGrounds } from './explain.js';

const grounds: RoleGrounds = {
  role: 'AN',
  base: { role: 'AN', source: 'default' },
  activationRole: null,
  mapped: [],
};
const newcomers = { group: 'newcomers', role: 'NO' } as const;

describe('explainRole', () => {
  it('names the base role where no group has one', () => {
    expect(explainRole(grounds)).toEqual([{ kind: 'default', role: 'AN' }]);
  });

  it('names every mapped group, and nothing besides', () => {
    const mapped = [
      { group: 'leads', role: 'MA' },
      { group: 'qa', role: 'RE' },
    ] as const;
    expect(explainRole({ ...grounds, role: 'MA', mapped })).toEqual([
      { kind: 'mapping', group: 'leads', role: 'MA' },
      { kind: 'mapping', group: 'qa', role: 'RE' },
    ]);
  });

  it('names the sign-in that makes a working role of Not Activated (R7)', () => {
    expect(explainRole({ ...grounds, activationRole: 'AN', mapped: [newcomers] })).toEqual([
      { kind: 'mapping', ...newcomers },
      { kind: 'sign_in', role: 'AN' },
    ]);
  });

  it('does not name a sign-in that makes no difference', () => {
    expect(explainRole({ ...grounds, activationRole: 'RE' })).toEqual([{ kind: 'default', role: 'AN' }]);
  });

  it('names nothing for the Owner, and nothing where nothing is left (R5)', () => {
    expect(explainRole({ ...grounds, role: 'OW' })).toEqual([]);
    expect(explainRole({ ...grounds, role: 'DI', base: null })).toEqual([]);
  });
});
