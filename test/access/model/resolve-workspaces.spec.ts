import { describe, expect, it } from '@jest/globals';
import { resolveWorkspace } from './resolve-workspaces.js';

const mapped = { mapped: true, manual: false };
const manual = { mapped: false, manual: true };
const both = { mapped: true, manual: true };

describe('resolveWorkspace', () => {
  it.each([
    ['nothing and no group', null, false, false, null],
    ['a group', null, true, false, mapped],
    ['a group and a manual grant', manual, true, false, both],
    ['the last group gone', mapped, false, false, null],
    ['the last group gone, made manually, too', both, false, false, manual],
    ['the last group gone where memberships are managed manually', mapped, false, true, manual],
    ['no group where memberships are managed manually', null, false, true, null],
    ['made manually and no group', manual, false, false, manual],
  ])('%s', (_, previous, isMapped, isManagedByHand, expected) => {
    expect(resolveWorkspace(previous, isMapped, isManagedByHand)).toEqual(expected);
  });
});
