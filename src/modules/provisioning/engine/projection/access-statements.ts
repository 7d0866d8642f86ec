import type { RawBuilder } from 'kysely';
import type { Kind } from './access.metrics.js';
import { storedMappings } from './mapping-source.js';
import type { Occasion } from './occasion.js';
import { projectProjects } from './project.projection.js';
import { type Changed, projectRoles } from './role.projection.js';
import { projectWorkspaces } from './workspace.projection.js';

/** In the order in which they run: access to projects depends on the role. */
const PROJECTIONS = [
  ['role', projectRoles],
  ['workspace', projectWorkspaces],
  ['project', projectProjects],
] as const;

/**
 * The statements that evaluate the stored mappings for some users and write the result, in the order in which they run.
 *
 * @param users a query that yields `user_id`; the caller has locked these users' rows of `role_assignments`, and the
 *   seats
 */
export function accessStatements(
  organizationId: number,
  users: RawBuilder<unknown>,
  occasion: Occasion,
  requestId: string,
): (readonly [Kind, RawBuilder<Changed>])[] {
  const mappings = storedMappings(organizationId);
  return PROJECTIONS.map(([kind, project]) => [kind, project(organizationId, users, mappings, occasion, requestId)]);
}

/** The same for the organization role alone. @param options those of `projectRoles` */
export function roleStatement(
  organizationId: number,
  users: RawBuilder<unknown>,
  occasion: Occasion,
  requestId: string,
  options?: { readonly areNew: boolean },
): RawBuilder<Changed> {
  return projectRoles(organizationId, users, storedMappings(organizationId), occasion, requestId, options);
}
