import { reachesEverything, type Role } from './roles.js';

/** The facts that decide whether somebody's organization role can be set by hand. */
export interface RoleFacts {
  readonly isOwner: boolean;
  readonly isActive: boolean;
  /** Names of the user's groups that are mapped to an organization role. */
  readonly groups: readonly string[];
}

/** Groups in words, however many there are. */
function listed(groups: readonly string[]): string {
  const [first, ...others] = groups;
  return `${groups.length === 1 ? 'group' : 'groups'} ${first}${others.map((name) => `, ${name}`).join('')}`;
}

/** Why a role cannot be taken or set by hand that these groups give. */
export function refusalOfGroups(groups: readonly string[]): string {
  return `The identity provider manages this role, through the ${listed(groups)}.`;
}

/**
 * Why a role cannot be set by hand: a group gives it, so the base role would be forgotten at once (rule R3). Before
 * that comes R2: whoever is inactive gets the role set now when they return, if no group says otherwise then.
 */
export function refusalOfRole({ isActive, groups }: RoleFacts): string | null {
  return !isActive || groups.length === 0 ? null : refusalOfGroups(groups);
}

/** The facts that make somebody a member of a workspace or project, or not. */
export interface MembershipFacts {
  readonly role: Role;
  /** Whether something is given by hand. */
  readonly isManual: boolean;
  /** Names of the groups whose mappings give something. */
  readonly groups: readonly string[];
  /** For projects: whether they belong to the workspace that it lives in. */
  readonly throughWorkspace: boolean;
}

/** Whether anything makes somebody a member: a grant, or an organization role that reaches everything. */
export function isMember({ role, isManual, groups, throughWorkspace }: MembershipFacts): boolean {
  return reachesEverything(role) || isManual || groups.length > 0 || throughWorkspace;
}

/** Why somebody cannot be made a member of a project by hand. */
export function refusalOfProjectGrant(role: Role): string | null {
  return reachesEverything(role) ? 'The Owner and Administrators are in every project by their role.' : null;
}

/** Why a member cannot be removed by hand: only what was given by hand can be taken by hand. */
export function refusalOfRemoval({ role, isManual, groups }: MembershipFacts): string | null {
  if (reachesEverything(role)) return 'The Owner and Administrators cannot be removed: their role reaches everything.';
  if (isManual) return null;
  if (groups.length > 0) return `The identity provider manages this membership, through the ${listed(groups)}.`;
  return 'This membership comes from the workspace of the project; remove the user there.';
}
