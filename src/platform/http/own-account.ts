import { ForbiddenError } from '../errors.js';
import type { Actor } from './request-context.js';

const SEES_EVERYBODY: readonly string[] = ['OW', 'AD'];

/**
 * Lets the Owner and Administrators read everybody's account, and all others only their own.
 *
 * @throws ForbiddenError for somebody else's account, whether it exists or not
 */
export function assertOwnAccount({ role, userId }: Actor, accountId: number): void {
  if (accountId === userId || SEES_EVERYBODY.includes(role)) return;
  throw new ForbiddenError('Only the Owner and Administrators may read this of somebody else');
}
