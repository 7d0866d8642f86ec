import type { Actor } from '../../platform/http/request-context.js';

const SEES_EVERYTHING: readonly string[] = ['OW', 'AD'];

/**
 * The user id whose memberships limit what the caller sees: their own, or null for the Owner and Administrators, who
 * see everything.
 */
export function visibilityOf({ role, userId }: Actor): number | null {
  return SEES_EVERYTHING.includes(role) ? null : userId;
}
