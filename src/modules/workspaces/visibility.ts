import type { Actor } from '../../platform/http/request-context.js';

const SEES_EVERYTHING: readonly string[] = ['OW', 'AD'];

/**
 * Whose memberships limit what somebody sees: their own, as their user id; null for the Owner and Administrators, who
 * see everything.
 */
export function visibilityOf({ role, userId }: Actor): number | null {
  return SEES_EVERYTHING.includes(role) ? null : userId;
}
