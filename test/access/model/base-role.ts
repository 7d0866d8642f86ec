import type { BaseRole, GivenRole, WorkingRole } from '../../../src/modules/provisioning/engine/rules/roles.js';
import { isWorking } from './working-role.js';

/** A new account gets the `default_role` of that moment; changing the setting later changes nobody's role. */
export function baseRoleOfNewAccount(defaultRole: GivenRole): BaseRole {
  return { role: defaultRole, source: 'default' };
}

/** R9: on reactivation, an account without a base role gets the `default_role` of that moment. */
export function baseRoleOnReactivation(base: BaseRole | null, defaultRole: GivenRole): BaseRole {
  return base ?? baseRoleOfNewAccount(defaultRole);
}

/**
 * R7: the first sign-in while `default_role` is a working role sets that role as activation role, for good; an earlier
 * sign-in sets none.
 */
export function activationRoleAtSignIn(activation: WorkingRole | null, defaultRole: GivenRole): WorkingRole | null {
  return activation ?? (isWorking(defaultRole) ? defaultRole : null);
}
