import type { UserAccess } from '../../src/modules/provisioning/access-api/explain/user-access.js';
import type { ExplainedAccess } from './stage.js';

type ProjectGrant = UserAccess['projects'][number]['grants'][number];

function describeProjectGrant(grant: ProjectGrant, workspaceTitles: ReadonlyMap<number, string>): string {
  switch (grant.kind) {
    case 'mapping':
      return `${grant.group}: ${grant.role}`;
    case 'workspace':
      return `workspace ${workspaceTitles.get(grant.workspace) ?? grant.workspace}`;
    case 'manual':
      return `by hand: ${grant.role}`;
  }
}

/** Translates the answer of `GET /api/users/{id}/access` into the notation of the table. */
export function readExplanation(access: UserAccess, workspaceTitles: ReadonlyMap<number, string>): ExplainedAccess {
  return {
    role: access.role,
    source: access.role_source,
    reason: access.reason,
    everything: access.all_projects === true && access.all_workspaces === true,
    roleGrants: access.role_grants
      .map((grant) => `${grant.kind === 'mapping' ? grant.group : grant.kind}: ${grant.role}`)
      .sort(),
    workspaces: Object.fromEntries(
      access.workspaces.map(({ title, grants }) => [
        title,
        grants.map((grant) => (grant.kind === 'mapping' ? grant.group : 'by hand')).sort(),
      ]),
    ),
    projects: Object.fromEntries(
      access.projects.map(({ title, role, state, grants }) => [
        title,
        { role: role ?? state, grants: grants.map((grant) => describeProjectGrant(grant, workspaceTitles)).sort() },
      ]),
    ),
  };
}
