import { NotFoundError } from '../../platform/errors.js';
import type { Actor } from '../../platform/http/request-context.js';

/**
 * Makes sure that an id in a path is that of the caller's organization: its own one, or LSE's "0".
 * @throws NotFoundError for every other id, whether there is such an organization or not
 */
export function assertOwnOrganization({ organizationId }: Actor, id: number): void {
  if (id !== 0 && id !== organizationId) throw new NotFoundError(`There is no organization ${id}`);
}
