import { type CollectionElement, type ScimResource, Urn } from '../../../scim/index.js';
import type { GroupRecord, GroupRow } from '../group.row.js';

/** The attributes of a group that PATCH works on: those that clients may write, without the members. */
export function toWritableGroup(row: GroupRow): ScimResource {
  return {
    schemas: [Urn.group],
    id: row.scim_id,
    ...(row.external_id === null ? {} : { externalId: row.external_id }),
    displayName: row.display_name,
  };
}

/** Maps a normalized SCIM Group to what is stored. */
export function toGroupRecord(resource: ScimResource): GroupRecord {
  return {
    displayName: resource.displayName as string,
    externalId: (resource.externalId as string | undefined) ?? null,
  };
}

/** Maps a group to the SCIM resource that clients read; `members` is left out if they were not read. */
export function toScimGroup(row: GroupRow, baseUrl: string): ScimResource {
  return {
    ...toWritableGroup(row),
    ...(row.members === undefined ? {} : { members: row.members }),
    meta: {
      resourceType: 'Group',
      created: new Date(row.created_at).toISOString(),
      lastModified: new Date(row.updated_at).toISOString(),
      location: `${baseUrl}/Groups/${row.scim_id}`,
      version: `W/"${row.version}"`,
    },
  };
}

/** The members of a normalized SCIM Group; each has a `value`. */
export function membersOf(resource: ScimResource): readonly CollectionElement[] {
  return (resource.members ?? []) as readonly CollectionElement[];
}

/**
 * Whether a body says anything about members. An empty list says that there are none; a missing list says nothing,
 * because clients that do not manage members leave it out.
 */
export function namesMembers(body: unknown): boolean {
  const entries = Object.entries((body ?? {}) as Record<string, unknown>);
  return entries.some(([name, value]) => name.toLowerCase() === 'members' && value !== null);
}
