/** Organization roles by their codes, most elevated first, as LSE calls them. */
export const ROLE_NAMES = {
  OW: 'Owner',
  AD: 'Administrator',
  MA: 'Manager',
  RE: 'Reviewer',
  AN: 'Annotator',
  NO: 'Not Activated',
  DI: 'Deactivated',
} as const;

export type Role = keyof typeof ROLE_NAMES;

export const ROLES = Object.keys(ROLE_NAMES) as Role[];

/** Roles that a mapping or an administrator can give: all but the Owner's. */
export const GIVEN_ROLES = ROLES.filter((role): role is Exclude<Role, 'OW'> => role !== 'OW');

/** Roles that a mapping may give in a project. */
export const PROJECT_ROLES = ['Reviewer', 'Annotator', 'Inherit'] as const;

/** The name of a role; an unknown code stays as it is. */
export function roleName(code: string | null | undefined): string {
  return code && code in ROLE_NAMES ? ROLE_NAMES[code as Role] : (code ?? '—');
}
