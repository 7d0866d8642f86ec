import type { ScimCall } from '../../../scim-server/http/scim-call.js';
import type { ListSource } from '../../../scim-server/listing/list-source.js';
import { userResourceType } from '../../../scim/index.js';
import type { UserParts, UserRepository } from '../user.repository.js';
import type { UserRow } from '../user.row.js';
import { userTable } from './user-filter.js';
import { toScimUser } from './user.mapper.js';

/** The accounts of an organization, for lists of SCIM Users. */
export function userList(
  users: UserRepository,
  { organizationId, baseUrl }: Pick<ScimCall, 'organizationId' | 'baseUrl'>,
  parts: UserParts,
): ListSource {
  return {
    ...userTable(organizationId, baseUrl),
    ...users.listing(organizationId, parts),
    resourceType: userResourceType,
    organizationId,
    toResources: (rows: readonly UserRow[]) => rows.map((row) => toScimUser(row, baseUrl)),
  };
}
