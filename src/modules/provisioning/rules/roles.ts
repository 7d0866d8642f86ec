/** Organization roles by LSE's codes, the most elevated first: Owner, Administrator, Manager, Reviewer, Annotator, Not Activated, Deactivated. */
export const ROLES = ['OW', 'AD', 'MA', 'RE', 'AN', 'NO', 'DI'] as const;

export type Role = (typeof ROLES)[number];

/** A role that a group, a hand or a default may give: there is no way to Owner. */
export type GivenRole = Exclude<Role, 'OW'>;

/** A role with which somebody works, and which takes a seat. */
export type WorkingRole = Exclude<Role, 'NO' | 'DI'>;

/** A role that a project mapping or a hand names; Inherit is no role, it follows the organization role. */
export type ProjectRole = Extract<Role, 'RE' | 'AN'>;

/** Whether a role is more than Not Activated and Deactivated. */
export function isWorking<Some extends Role>(role: Some): role is Extract<Some, WorkingRole> {
  return role !== 'NO' && role !== 'DI';
}

/** The most elevated of some roles; null if there are none. */
export function mostElevated<Some extends Role>(roles: readonly Some[]): Some | null {
  return roles.toSorted((a, b) => ROLES.indexOf(a) - ROLES.indexOf(b))[0] ?? null;
}
