import { describe, expect, it } from '@jest/globals';
import { readAccess, type Access } from './access.js';
import { reportRow } from './report.js';

const NOTHING: Access = { ...readAccess({}), role: 'AN', source: 'scim', groups: ['acme-labelers'] };
const PROJECT = { title: 'Chest', role: 'RE', state: 'active', groups: ['acme-qa'], throughWorkspace: false };

describe('reportRow', () => {
  it('names the group behind the role, each workspace and each project', () => {
    const access: Access = {
      ...NOTHING,
      workspaces: [{ title: 'Radiology', groups: ['acme-radiology', 'acme-leads'] }],
      projects: [PROJECT, { ...PROJECT, title: 'Hips', role: 'AN', groups: [], throughWorkspace: true }],
    };
    expect(reportRow('Ana', access)).toEqual([
      'Ana',
      'Annotator',
      'acme-labelers',
      'Radiology (acme-radiology, acme-leads)',
      'Chest: Reviewer (acme-qa)\nHips: Annotator (its workspace)',
      'active',
    ]);
  });

  it.each<[string, Partial<Access>, (string | undefined)[]]>([
    ['nothing', {}, ['Annotator', 'acme-labelers', '–', '–', 'active']],
    [
      'a role by default',
      { role: 'NO', source: 'default', groups: [], reason: 'awaiting_sign_in' },
      ['Not Activated', 'default role, no group gives one', '–', '–', 'has not signed in yet'],
    ],
    [
      'a pending project',
      { role: 'NO', reason: 'waiting_for_seat', projects: [{ ...PROJECT, role: '', state: 'pending' }] },
      ['Not Activated', 'acme-labelers', '–', 'Chest: pending (acme-qa)', 'waits for a seat'],
    ],
    [
      'nothing any more',
      { role: 'DI', reason: 'no_role_group', projects: [PROJECT], workspaces: [{ title: 'W', groups: [] }] },
      ['Deactivated', 'left the last group with a role', '–', '–', 'deactivated'],
    ],
    [
      'everything',
      { role: 'AD', source: 'manual', groups: [], everything: true },
      ['Administrator', 'set by hand', 'all', 'all', 'active'],
    ],
  ])('shows somebody with %s', (_, change, cells) => {
    expect(reportRow('Ana', { ...NOTHING, ...change }).slice(1)).toEqual(cells);
  });
});
