import type { BaseRole, GivenRole, WorkingRole } from '../../../src/modules/provisioning/engine/rules/roles.js';
import { isWorking } from './working-role.js';

/** A new account gets the `default_role` of that moment; changing the setting later moves nobody. */
export function baseRoleOfNewAccount(defaultRole: GivenRole): BaseRole {
  return { role: defaultRole, source: 'default' };
}

/** R9: on reactivation, who has no base role any more gets the `default_role` of that moment. */
export function baseRoleOnReactivation(base: BaseRole | null, defaultRole: GivenRole): BaseRole {
  return base ?? baseRoleOfNewAccount(defaultRole);
}

/**
 * R7: the first sign-in at which `default_role` is a working role gives that role as activation role, kept from then
 * on; a sign-in before leaves none.
 */
export function activationRoleAtSignIn(activation: WorkingRole | null, defaultRole: GivenRole): WorkingRole | null {
  return activation ?? (isWorking(defaultRole) ? defaultRole : null);
}
