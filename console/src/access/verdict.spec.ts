import { describe, expect, it } from '@jest/globals';
import { roleGroups, verdictOf } from './verdict';

const reviewer = { kind: 'mapping', group: 'acme-qa', role: 'RE' };
const annotator = { kind: 'mapping', group: 'acme-all', role: 'AN' };
const role_grants = [reviewer, annotator];

describe('verdictOf', () => {
  it.each([
    ['counts', reviewer, { role: 'RE', reason: null }],
    ['outranked', annotator, { role: 'RE', reason: null }],
    ['waits', reviewer, { role: 'NO', reason: 'waiting_for_seat' }],
    ['outranked', annotator, { role: 'NO', reason: 'waiting_for_seat' }],
    ['remembered', reviewer, { role: 'DI', reason: 'deactivated' }],
  ] as const)('is “%s” for %j of %j', (verdict, grant, role) => {
    expect(verdictOf(grant, { ...role, role_grants })).toBe(verdict);
  });

  it('lets the sign-in count where a group gives Not Activated', () => {
    const grants = [
      { kind: 'mapping', group: 'acme-new', role: 'NO' },
      { kind: 'sign_in', role: 'AN' },
    ];
    const access = { role: 'AN', reason: null, role_grants: grants };
    expect(grants.map((grant) => verdictOf(grant, access))).toEqual(['outranked', 'counts']);
  });
});

describe('roleGroups', () => {
  it('names the groups, and leaves out what was given manually', () => {
    expect(roleGroups([...role_grants, { kind: 'manual', role: 'AN' }])).toEqual(['acme-qa', 'acme-all']);
  });
});
