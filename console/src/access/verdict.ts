import type { Grant } from '../parts/grants';
import { ROLES } from '../words/roles';

/** What a role follows from. */
interface Explained {
  readonly role: string;
  readonly reason: string | null;
  readonly role_grants: readonly Grant[];
}

/** What has come of one reason for a role. */
export type Verdict = 'counts' | 'outranked' | 'waits' | 'remembered';

function rank(role: string | undefined): number {
  return ROLES.findIndex((code) => code === role);
}

/** Whether a grant decides, or what keeps it from it. */
export function verdictOf(grant: Grant, { role, reason, role_grants }: Explained): Verdict {
  if (reason === 'deactivated') return 'remembered';
  if (grant.role === role) return 'counts';
  const isMostElevated = role_grants.every((other) => rank(grant.role) <= rank(other.role));
  return isMostElevated && reason === 'waiting_for_seat' ? 'waits' : 'outranked';
}

/** Names of the groups that are mapped to an organization role of somebody. */
export function roleGroups(grants: readonly Grant[]): string[] {
  return grants.flatMap(({ kind, group }) => (kind === 'mapping' && group !== undefined ? [group] : []));
}
