import { Urn, type ScimResource } from '../../../scim/index.js';
import type { UserRow } from '../user.row.js';

const EXTENSION = /^urn:/i;

/** The attributes of an account that PATCH works on: those that clients may write, as a SCIM resource. */
export function toWritableUser(row: UserRow): ScimResource {
  const extensions = Object.keys(row.attributes).filter((name) => EXTENSION.test(name));
  return {
    schemas: [Urn.user, ...extensions],
    id: row.scim_id,
    ...(row.external_id === null ? {} : { externalId: row.external_id }),
    userName: row.user_name,
    ...(row.display_name === null ? {} : { displayName: row.display_name }),
    ...row.attributes,
    active: row.active,
  };
}

/** Maps an account to the SCIM resource that clients read. */
export function toScimUser(row: UserRow, baseUrl: string): ScimResource {
  const writable = toWritableUser(row);
  return {
    ...writable,
    schemas: [...(writable.schemas ?? []), ...(row.access ? [Urn.access] : [])],
    groups: (row.groups ?? []).map((group) => ({
      ...group,
      $ref: `${baseUrl}/Groups/${group.value}`,
      type: 'direct',
    })),
    ...(row.access ? { [Urn.access]: row.access } : {}),
    meta: {
      resourceType: 'User',
      created: new Date(row.created_at).toISOString(),
      lastModified: new Date(row.updated_at).toISOString(),
      location: `${baseUrl}/Users/${row.scim_id}`,
      version: `W/"${row.version}"`,
    },
  };
}
