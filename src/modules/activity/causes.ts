import type { Action } from './recorded-events.js';

const BY_HAND: ReadonlySet<string> = new Set<Action>([
  'RoleSetByHand',
  'WorkspaceMembersChanged',
  'ProjectMembersChanged',
  'ProjectRolesChanged',
]);

const OTHERS: Readonly<Record<string, string>> = {
  UserCreated: 'account created',
  UserDeactivated: 'account deactivated',
  UserReactivated: 'account reactivated',
  UserDeleted: 'account deleted',
  UserSignedIn: 'sign-in',
  GroupMembersChanged: 'a group that is gone',
  MappingsChanged: 'mappings',
  OrganizationChanged: 'settings of the organization',
  WorkspaceDeleted: 'workspace deleted',
  ProjectDeleted: 'project deleted',
} satisfies Partial<Record<Action, string>>;

/** Actions that may change people's access; where one request has several entries, one of these brought it about. */
export const CAUSAL_ACTIONS: readonly string[] = [...BY_HAND, ...Object.keys(OTHERS)];

/**
 * What brought changes of access about, for a person to read: the groups that an entry is about, a hand, or what
 * happened to an account or a setting. Empty for entries that change nobody's access themselves.
 */
export function causesOf(action: string, groups: readonly string[]): string[] {
  if (groups.length > 0) return groups.map((name) => `group ${name}`);
  if (BY_HAND.has(action)) return ['by hand'];
  const cause = OTHERS[action];
  return cause === undefined ? [] : [cause];
}
