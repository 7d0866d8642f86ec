import { mostElevated, type ProjectRole } from '../../../src/modules/provisioning/engine/rules/roles.js';

/** What some grants in a project come to: the most elevated explicit role, and whether any of them says Inherit. */
export interface ProjectGrants {
  readonly role: ProjectRole | null;
  readonly inherits: boolean;
}

/** Membership in a project: what mappings give and what was given by hand, side by side; never neither. */
export interface ProjectMembership {
  readonly mapped: ProjectGrants | null;
  readonly manual: ProjectGrants | null;
}

/** Several grants in one project as one; null if there are none. */
export function combineGrants(grants: readonly (ProjectGrants | null)[]): ProjectGrants | null {
  const given = grants.filter((grant) => grant !== null);
  if (given.length === 0) return null;
  return {
    role: mostElevated(given.map(({ role }) => role).filter((role) => role !== null)),
    inherits: given.some(({ inherits }) => inherits),
  };
}

/**
 * Membership in one project after a change of groups or mappings. Losing one of several mapped grants leaves the
 * others. When the last goes, what was given by hand stays; with `manual_project_member_management` on, everything
 * stays as it was and counts as given by hand.
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
