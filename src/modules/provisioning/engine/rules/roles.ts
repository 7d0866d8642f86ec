/** Organization roles by LSE's codes, the most elevated first: Owner, Administrator, Manager, Reviewer, Annotator, Not Activated, Deactivated. */
export const ROLES = ['OW', 'AD', 'MA', 'RE', 'AN', 'NO', 'DI'] as const;

export type Role = (typeof ROLES)[number];

/** A role that a group, a person or a default may give: there is no way to Owner. */
export type GivenRole = Exclude<Role, 'OW'>;

/** A role with which somebody works, and which takes a seat. */
export type WorkingRole = Exclude<Role, 'NO' | 'DI'>;

/** A role that a project mapping or a manual edit names; Inherit is no role, it follows the organization role. */
export type ProjectRole = Extract<Role, 'RE' | 'AN'>;

/** The most elevated of some roles; null if there are none. */
export function mostElevated<Some extends Role>(roles: readonly Some[]): Some | null {
  return roles.toSorted((a, b) => ROLES.indexOf(a) - ROLES.indexOf(b))[0] ?? null;
}

/** Owner and Administrators see every workspace and work in every project with their own role, member or not. */
export function reachesEverything(role: Role): boolean {
  return role === 'OW' || role === 'AD';
}

export const ROLE_SOURCES = ['owner', 'scim', 'manual', 'default'] as const;
export type RoleSource = (typeof ROLE_SOURCES)[number];

/** Why somebody has no working role. */
export const REASONS = ['deactivated', 'awaiting_sign_in', 'waiting_for_seat', 'no_role_group'] as const;
export type Reason = (typeof REASONS)[number];

/** What somebody is when no group says otherwise: by default, or set by hand. */
export interface BaseRole {
  readonly role: GivenRole;
  readonly source: 'default' | 'manual';
}
