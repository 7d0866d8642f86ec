import { combineGrants, type ProjectGrants, type ProjectMembership } from './resolve-projects.js';
import { mostElevated, reachesEverything, type Role } from '../../../src/modules/provisioning/engine/rules/roles.js';

/** The role that somebody has in a project now; none while it is pending. */
export type EffectiveProjectRole =
  { readonly role: Role; readonly state: 'active' } | { readonly role: null; readonly state: 'pending' };

/**
 * Whether memberships of workspaces count: for everybody but the Deactivated, whose memberships are only remembered.
 */
export function countsAsMember(role: Role): boolean {
  return role !== 'DI';
}

/** Mapped and manual grants together. */
function grantsOf(membership: ProjectMembership | null): ProjectGrants | null {
  return combineGrants([membership?.mapped ?? null, membership?.manual ?? null]);
}

/** The role of a Reviewer or Annotator: an explicit grant decides, Inherit adds the organization role. */
function roleInProject(role: Role, grants: ProjectGrants | null): Role {
  if (!grants?.role) return role;
  return grants.inherits ? (mostElevated<Role>([grants.role, role]) ?? role) : grants.role;
}

/**
 * The role in a project of somebody below Administrator. It is derived from the organization role at each reading, so
 * that a change of that role rewrites no membership.
 *
 * @param inWorkspace whether they are a member of the project's workspace
 * @returns null for no access
 */
export function effectiveProjectRole(
  role: Role,
  membership: ProjectMembership | null,
  inWorkspace: boolean,
): EffectiveProjectRole | null {
  if (membership === null && !inWorkspace) return null;
  if (role === 'DI' || reachesEverything(role)) return null;
  if (role === 'NO') return { role: null, state: 'pending' };
  return { role: role === 'MA' ? role : roleInProject(role, grantsOf(membership)), state: 'active' };
}
