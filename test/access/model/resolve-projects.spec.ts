import { describe, expect, it } from '@jest/globals';
import { combineGrants, resolveProject } from './resolve-projects.js';

const reviewer = { role: 'RE', inherits: false } as const;
const annotator = { role: 'AN', inherits: false } as const;
const inherit = { role: null, inherits: true } as const;

describe('combineGrants', () => {
  it('is the most elevated role and any Inherit', () => {
    expect(combineGrants([annotator, null, inherit, reviewer])).toEqual({ role: 'RE', inherits: true });
  });

  it('is nothing for nothing', () => {
    expect(combineGrants([null])).toBeNull();
  });
});

describe('resolveProject', () => {
  it.each([
    ['a group', null, reviewer, false, { mapped: reviewer, manual: null }],
    [
      'another role of the group',
      { mapped: reviewer, manual: null },
      annotator,
      true,
      { mapped: annotator, manual: null },
    ],
    ['the last group gone', { mapped: reviewer, manual: null }, null, false, null],
    [
      'the last group gone, given manually, too',
      { mapped: reviewer, manual: annotator },
      null,
      false,
      { mapped: null, manual: annotator },
    ],
    [
      'the last group gone where memberships are managed manually',
      { mapped: inherit, manual: null },
      null,
      true,
      { mapped: null, manual: inherit },
    ],
    [
      'both, where they are managed manually',
      { mapped: inherit, manual: annotator },
      null,
      true,
      { mapped: null, manual: { role: 'AN', inherits: true } },
    ],
  ] as const)('%s', (_, previous, mapped, isManagedByHand, expected) => {
    expect(resolveProject(previous, mapped, isManagedByHand)).toEqual(expected);
  });
});
