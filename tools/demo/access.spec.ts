import { describe, expect, it } from '@jest/globals';
import { expectAccess, readAccess, type ExpectedAccess } from './access.js';
import { Expectations } from './expect.js';

const REVIEWER = {
  user: { id: 5, scim_id: 'u1', email: 'ana@acme.test' },
  role: 'RE',
  role_source: 'scim',
  reason: null,
  role_grants: [{ kind: 'mapping', group: 'acme-reviewers', role: 'RE' }],
  workspaces: [
    { id: 3, title: 'Radiology', grants: [{ kind: 'mapping', group: 'acme-radiology' }, { kind: 'manual' }] },
  ],
  projects: [
    {
      id: 7,
      title: 'Chest X-ray',
      role: 'RE',
      state: 'active',
      grants: [
        { kind: 'mapping', group: 'acme-qa', role: 'Inherit' },
        { kind: 'workspace', workspace: 3 },
      ],
    },
  ],
};

const EXPECTED: ExpectedAccess = {
  role: 'RE',
  source: 'scim',
  groups: ['acme-reviewers'],
  workspaces: { Radiology: ['acme-radiology'] },
  projects: { 'Chest X-ray': { role: 'RE', groups: ['acme-qa'] } },
};

function failedIn(body: unknown, expected: ExpectedAccess): string[] {
  const expectations = new Expectations();
  const answer = { status: 200, headers: new Headers(), body, text: '', milliseconds: 1 };
  expectAccess(expectations, answer, expected);
  return expectations.failures.map(({ what }) => what);
}

describe('readAccess', () => {
  it('keeps the groups behind each grant and leaves the other kinds out', () => {
    expect(readAccess(REVIEWER)).toEqual({
      role: 'RE',
      source: 'scim',
      reason: null,
      groups: ['acme-reviewers'],
      workspaces: [{ title: 'Radiology', groups: ['acme-radiology'] }],
      projects: [{ title: 'Chest X-ray', role: 'RE', state: 'active', groups: ['acme-qa'], throughWorkspace: true }],
      everything: false,
    });
  });

  it('reads a body that is not there as nobody', () => {
    expect(readAccess(undefined)).toMatchObject({ role: '', reason: null, workspaces: [], projects: [] });
  });
});

describe('expectAccess', () => {
  it('accepts what was expected', () => {
    expect(failedIn(REVIEWER, EXPECTED)).toEqual([]);
  });

  it.each<[string, object, string[]]>([
    ['another role', { role: 'AN' }, ['role']],
    ['another source', { role_source: 'manual' }, ['role_source']],
    ['a role without its group', { role_grants: [] }, ['groups behind the role']],
    ['a workspace too many', { workspaces: [...REVIEWER.workspaces, { title: 'Labs', grants: [] }] }, ['workspaces']],
    ['a project too many', { projects: [...REVIEWER.projects, { title: 'Hips', grants: [] }] }, ['projects']],
  ])('refuses %s', (_, change, failed) => {
    expect(failedIn({ ...REVIEWER, ...change }, EXPECTED)).toEqual(failed);
  });

  it('tells a project from its workspace from one that a group gives', () => {
    const projects = { 'Chest X-ray': { role: 'RE', groups: [] } };
    expect(failedIn(REVIEWER, { ...EXPECTED, projects })).toEqual(['groups behind the project Chest X-ray']);
  });

  it('refuses a Deactivated user with a role in a project', () => {
    const body = { ...REVIEWER, role: 'DI', reason: 'deactivated' };
    const expected = { role: 'DI', source: 'scim', reason: 'deactivated' };
    expect(failedIn(body, expected)).toEqual(['projects with a role']);
    expect(failedIn({ ...body, projects: [] }, expected)).toEqual([]);
  });
});
