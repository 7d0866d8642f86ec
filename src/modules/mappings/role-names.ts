/** Organization roles that a group can be mapped to, by the names in LSE's settings; Owner is not one of them. */
export const ORGANIZATION_ROLES = {
  Administrator: 'AD',
  Manager: 'MA',
  Reviewer: 'RE',
  Annotator: 'AN',
  'Not Activated': 'NO',
  Deactivated: 'DI',
} as const;

/** Roles in a project that a group can be mapped to. */
export const PROJECT_ROLES = { Reviewer: 'RE', Annotator: 'AN', Inherit: 'IN' } as const;

export type OrganizationRoleName = keyof typeof ORGANIZATION_ROLES;
export type ProjectRoleName = keyof typeof PROJECT_ROLES;

/** The name that settings use for a stored code. */
export function nameOf<Name extends string>(names: Readonly<Record<Name, string>>, code: string): Name {
  const found = (Object.entries(names) as [Name, string][]).find(([, known]) => known === code);
  if (!found) throw new Error(`No role has the code ${code}`);
  return found[0];
}
