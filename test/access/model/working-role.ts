import type { Role, WorkingRole } from '../../../src/modules/provisioning/engine/rules/roles.js';

/** Whether a role is more than Not Activated and Deactivated. */
export function isWorking<Some extends Role>(role: Some): role is Extract<Some, WorkingRole> {
  return role !== 'NO' && role !== 'DI';
}
