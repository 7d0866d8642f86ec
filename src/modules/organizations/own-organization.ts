import { NotFoundError } from '../../platform/errors.js';
import type { Actor } from '../../platform/http/request-context.js';

/**
 * Checks that an id in a path means the caller's organization: its own id, or LSE's "0".
 *
 * @throws NotFoundError for every other id, whether that organization exists or not
 */
export function assertOwnOrganization({ organizationId }: Actor, id: number): void {
  if (id !== 0 && id !== organizationId) throw new NotFoundError(`There is no organization ${id}`);
}
