import { combineGrants, type ProjectGrants, type ProjectMembership } from './resolve-projects.js';
import { mostElevated, reachesEverything, type Role } from '../../../src/modules/provisioning/engine/rules/roles.js';

/** What somebody may do in a project now. While it is pending, there is no role yet. */
export type EffectiveProjectRole =
  { readonly role: Role; readonly state: 'active' } | { readonly role: null; readonly state: 'pending' };

/** Memberships in workspaces count for everybody but the Deactivated, of whom they are remembered. */
export function countsAsMember(role: Role): boolean {
  return role !== 'DI';
}

/** What mappings and hands give, together. */
function grantsOf(membership: ProjectMembership | null): ProjectGrants | null {
  return combineGrants([membership?.mapped ?? null, membership?.manual ?? null]);
}

/** The role of a Reviewer or Annotator: an explicit grant decides, Inherit adds the organization role. */
function roleInProject(role: Role, grants: ProjectGrants | null): Role {
  if (!grants?.role) return role;
  return grants.inherits ? (mostElevated<Role>([grants.role, role]) ?? role) : grants.role;
}

/**
 * What somebody below Administrator may do in a project. It follows from the organization role on every look, so that a
 * change of that role rewrites no membership.
 *
 * @param inWorkspace whether they belong to the workspace that the project lives in
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
