import type { ScimCall } from '../../../scim-server/http/scim-call.js';
import type { ListSource } from '../../../scim-server/listing/list-source.js';
import { groupResourceType } from '../../../scim/index.js';
import type { GroupRepository } from '../group.repository.js';
import { groupTable } from './group-filter.js';
import { toScimGroup } from './group.mapper.js';

/** The groups of an organization, including placeholders, for lists of SCIM Groups. */
export function groupList(
  groups: GroupRepository,
  { organizationId, baseUrl }: Pick<ScimCall, 'organizationId' | 'baseUrl'>,
  withMembers: boolean,
): ListSource {
  const { toRows, ...listing } = groups.listing(organizationId, withMembers ? baseUrl : undefined);
  return {
    ...groupTable(organizationId, baseUrl),
    ...listing,
    resourceType: groupResourceType,
    organizationId,
    toResources: (rows: Parameters<typeof toRows>[0]) => toRows(rows).map((row) => toScimGroup(row, baseUrl)),
  };
}
