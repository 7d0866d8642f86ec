import type { Grant } from '../parts/grants';
import { ROLES } from '../words/roles';

/** The role of a user, and the reasons for it. */
interface Explained {
  readonly role: string;
  readonly reason: string | null;
  readonly role_grants: readonly Grant[];
}

/** What a reason for a role amounts to. */
export type Verdict = 'counts' | 'outranked' | 'waits' | 'remembered';

function rank(role: string | undefined): number {
  return ROLES.findIndex((code) => code === role);
}

/** Whether a grant decides the role, or why it does not. */
export function verdictOf(grant: Grant, { role, reason, role_grants }: Explained): Verdict {
  if (reason === 'deactivated') return 'remembered';
  if (grant.role === role) return 'counts';
  const isMostElevated = role_grants.every((other) => rank(grant.role) <= rank(other.role));
  return isMostElevated && reason === 'waiting_for_seat' ? 'waits' : 'outranked';
}

/** Names of the groups that give somebody an organization role. */
export function roleGroups(grants: readonly Grant[]): string[] {
  return grants.flatMap(({ kind, group }) => (kind === 'mapping' && group !== undefined ? [group] : []));
}
