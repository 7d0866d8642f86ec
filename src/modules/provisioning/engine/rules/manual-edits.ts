import { reachesEverything, type Role } from './roles.js';

/** The facts that decide whether an organization role can be set manually. */
export interface RoleFacts {
  readonly isOwner: boolean;
  readonly isActive: boolean;
  /** Names of the user's groups that are mapped to an organization role. */
  readonly groups: readonly string[];
}

/** A list of groups in words, for any number of them. */
function listed(groups: readonly string[]): string {
  const [first, ...others] = groups;
  return `${groups.length === 1 ? 'group' : 'groups'} ${first}${others.map((name) => `, ${name}`).join('')}`;
}

/** Why a role that these groups give cannot be taken or set manually. */
export function refusalOfGroups(groups: readonly string[]): string {
  return `The identity provider manages this role, through the ${listed(groups)}.`;
}

/**
 * Why a role cannot be set manually: a group gives it, so the base role would be forgotten at once (rule R3). R2 comes
 * first: a role set for an inactive user counts when they return, unless a group gives one then.
 */
export function refusalOfRole({ isActive, groups }: RoleFacts): string | null {
  return !isActive || groups.length === 0 ? null : refusalOfGroups(groups);
}

/** The facts that decide whether a user is a member of a workspace or project. */
export interface MembershipFacts {
  readonly role: Role;
  /** Whether something was given manually. */
  readonly isManual: boolean;
  /** Names of the groups whose mappings give something. */
  readonly groups: readonly string[];
  /** For projects: whether the user is a member of the project's workspace. */
  readonly throughWorkspace: boolean;
}

/** Whether anything makes a user a member: a grant, or an organization role that reaches everything. */
export function isMember({ role, isManual, groups, throughWorkspace }: MembershipFacts): boolean {
  return reachesEverything(role) || isManual || groups.length > 0 || throughWorkspace;
}

/** Why a user cannot be made a member of a project manually. */
export function refusalOfProjectGrant(role: Role): string | null {
  return reachesEverything(role) ? 'The Owner and Administrators are in every project by their role.' : null;
}

/** Why a member cannot be removed manually: only a manual grant can be taken manually. */
export function refusalOfRemoval({ role, isManual, groups }: MembershipFacts): string | null {
  if (reachesEverything(role)) return 'The Owner and Administrators cannot be removed: their role reaches everything.';
  if (isManual) return null;
  if (groups.length > 0) return `The identity provider manages this membership, through the ${listed(groups)}.`;
  return 'This membership comes from the workspace of the project; remove the user there.';
}
