import { mostElevated, type ProjectRole } from '../../../src/modules/provisioning/engine/rules/roles.js';

/** Grants in a project combined: the most elevated explicit role, and whether any of them says Inherit. */
export interface ProjectGrants {
  readonly role: ProjectRole | null;
  readonly inherits: boolean;
}

/** Membership of a project: mapped and manual grants, at least one of them. */
export interface ProjectMembership {
  readonly mapped: ProjectGrants | null;
  readonly manual: ProjectGrants | null;
}

/** Combines several grants in one project; null if there are none. */
export function combineGrants(grants: readonly (ProjectGrants | null)[]): ProjectGrants | null {
  const given = grants.filter((grant) => grant !== null);
  if (given.length === 0) return null;
  return {
    role: mostElevated(given.map(({ role }) => role).filter((role) => role !== null)),
    inherits: given.some(({ inherits }) => inherits),
  };
}

/**
 * Membership of one project after a change of groups or mappings. Losing one of several mapped grants leaves the
 * others. When the last is lost, manual grants stay; with `manual_project_member_management` on, everything stays as it
 * was and counts as manual.
 *
 * @param mapped what the user's groups give in the project now
 * @returns null for no membership
 */
export function resolveProject(
  previous: ProjectMembership | null,
  mapped: ProjectGrants | null,
  manualProjectMemberManagement: boolean,
): ProjectMembership | null {
  const manual = previous?.manual ?? null;
  if (mapped !== null) return { mapped, manual };
  const left = manualProjectMemberManagement ? combineGrants([manual, previous?.mapped ?? null]) : manual;
  return left === null ? null : { mapped: null, manual: left };
}
