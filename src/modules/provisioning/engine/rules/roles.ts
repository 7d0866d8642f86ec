/** Organization roles by LSE's codes, the most elevated first: Owner, Administrator, Manager, Reviewer, Annotator, Not Activated, Deactivated. */
export const ROLES = ['OW', 'AD', 'MA', 'RE', 'AN', 'NO', 'DI'] as const;

export type Role = (typeof ROLES)[number];

/** A role that a mapping, a manual edit or a default may give: nothing gives Owner. */
export type GivenRole = Exclude<Role, 'OW'>;

/** A role that takes a seat. */
export type WorkingRole = Exclude<Role, 'NO' | 'DI'>;

/** A role that a project mapping or a manual edit may give; Inherit is not a role, it follows the organization role. */
export type ProjectRole = Extract<Role, 'RE' | 'AN'>;

/** The most elevated of some roles; null if there are none. */
export function mostElevated<Some extends Role>(roles: readonly Some[]): Some | null {
  return roles.toSorted((a, b) => ROLES.indexOf(a) - ROLES.indexOf(b))[0] ?? null;
}

/** Whether a role sees every workspace, and works in every project with that same role, member or not. */
export function reachesEverything(role: Role): boolean {
  return role === 'OW' || role === 'AD';
}

export const ROLE_SOURCES = ['owner', 'scim', 'manual', 'default'] as const;
export type RoleSource = (typeof ROLE_SOURCES)[number];

/** Why a user has no working role. */
export const REASONS = ['deactivated', 'awaiting_sign_in', 'waiting_for_seat', 'no_role_group'] as const;
export type Reason = (typeof REASONS)[number];

/** The role of a user to whom no group gives one: by default, or set manually. */
export interface BaseRole {
  readonly role: GivenRole;
  readonly source: 'default' | 'manual';
}
