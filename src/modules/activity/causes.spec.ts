import { describe, expect, it } from '@jest/globals';
import type { Cause } from '../provisioning/index.js';
import { throughOf } from './causes.js';

const group = (name: string, role?: string): Cause => ({ kind: 'group', id: 7, name, ...(role ? { role } : {}) });

describe('throughOf', () => {
  it.each<[Cause[], string[]]>([
    [[group('acme-qa')], ['group acme-qa']],
    [
      [group('acme-leads', 'RE'), group('acme-qa', 'RE')],
      ['group acme-leads', 'group acme-qa'],
    ],
    [[group('acme-qa', 'AN'), group('acme-qa', 'IN')], ['group acme-qa']],
    [[{ kind: 'hand' }], ['by hand']],
    [
      [{ kind: 'account_reactivated' }, group('acme-qa', 'RE')],
      ['account reactivated', 'group acme-qa'],
    ],
    [[{ kind: 'seat' }], ['a free seat']],
    [[], []],
  ])('says of %j: %j', (causes, through) => {
    expect(throughOf(causes)).toEqual(through);
  });
});
