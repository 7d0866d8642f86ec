import { type BaseRole, type GivenRole, mostElevated, type Role, type WorkingRole } from './roles.js';

/** One reason for an organization role. `sign_in` is the activation role of rule R7. */
export type RoleGrant =
  | { readonly kind: 'mapping'; readonly group: string; readonly role: GivenRole }
  | { readonly kind: BaseRole['source']; readonly role: GivenRole }
  | { readonly kind: 'sign_in'; readonly role: WorkingRole };

/** What a role is based on. */
export interface RoleGrounds {
  readonly role: Role;
  readonly base: BaseRole | null;
  readonly activationRole: WorkingRole | null;
  /** The user's groups that are mapped to a role, each with that role. */
  readonly mapped: readonly { readonly group: string; readonly role: GivenRole }[];
}

function givenBy({ mapped, base }: RoleGrounds): RoleGrant[] {
  if (mapped.length > 0) return mapped.map((grant) => ({ kind: 'mapping', ...grant }));
  return base === null ? [] : [{ kind: base.source, role: base.role }];
}

/**
 * The reasons for a role: every mapped group if there are any (R3), else the base role (R4, R6), and the sign-in if it
 * turns Not Activated into a working role (R7). The Owner needs none. For the Deactivated, they are the reasons that
 * would count if they were active again.
 */
export function explainRole(grounds: RoleGrounds): RoleGrant[] {
  if (grounds.role === 'OW') return [];
  const given = givenBy(grounds);
  const { activationRole } = grounds;
  const isActivated = activationRole !== null && mostElevated(given.map(({ role }) => role)) === 'NO';
  return isActivated ? [...given, { kind: 'sign_in', role: activationRole }] : given;
}
