import type { Cause, Circumstance } from '../provisioning/index.js';
import type { Action } from './recorded-events.js';

/**
 * Actions that may change users' access. If a request has several entries, one of these is the cause of its changes.
 */
export const CAUSAL_ACTIONS: readonly string[] = [
  'role.set-manually',
  'workspace.members-changed',
  'project.members-changed',
  'project.roles-changed',
  'user.created',
  'user.deactivated',
  'user.reactivated',
  'user.deleted',
  'user.signed-in',
  'group.members-changed',
  'mappings.changed',
  'organization.changed',
  'workspace.deleted',
  'project.deleted',
] satisfies readonly Action[];

const CIRCUMSTANCES: Readonly<Record<Circumstance, string>> = {
  account_created: 'account created',
  account_deactivated: 'account deactivated',
  account_reactivated: 'account reactivated',
  account_deleted: 'account deleted',
  sign_in: 'sign-in',
  hand: 'by hand',
  seat: 'a free seat',
  workspace_deleted: 'workspace deleted',
  project_deleted: 'project deleted',
  reconciliation: 'check of everybody’s access',
};

/** The causes of a change of access as text for people; each group appears once, whatever it is mapped to. */
export function throughOf(causes: readonly Cause[]): string[] {
  const texts = causes.map((cause) => (cause.kind === 'group' ? `group ${cause.name}` : CIRCUMSTANCES[cause.kind]));
  return [...new Set(texts)];
}
