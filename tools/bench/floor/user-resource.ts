const USER = 'urn:ietf:params:scim:schemas:core:2.0:User';
const ACCESS = 'urn:rolecall:params:scim:schemas:extension:access:2.0:User';

/** A user as the statements here read it. */
export interface UserRow {
  readonly id: number;
  readonly scim_id: string;
  readonly user_name: string;
  readonly external_id: string | null;
  readonly display_name: string | null;
  readonly active: boolean;
  readonly attributes: object;
  readonly version: number;
  readonly created_at: Date;
  readonly updated_at: Date;
  readonly groups: readonly { readonly value: string }[] | null;
  readonly access: object;
}

/** Everything that a SCIM User shows, for the table alias `u`. */
export const USER_COLUMNS = `u.id, u.scim_id, u.user_name, u.external_id, u.display_name, u.active, u.attributes,
  u.version, u.created_at, u.updated_at,
  (select jsonb_agg(jsonb_build_object('value', g.scim_id, 'display', g.display_name) order by g.group_id)
     from user_groups g where g.organization_id = u.organization_id and g.user_id = u.id) as groups,
  (select jsonb_build_object('role', a.role, 'roleSource', a.role_source,
          'workspaces', a.workspaces, 'projects', a.projects)
     from user_access a where a.organization_id = u.organization_id and a.user_id = u.id) as access`;

export function userResource(row: UserRow, baseUrl: string): object {
  return {
    schemas: [USER, ACCESS],
    id: row.scim_id,
    ...(row.external_id === null ? {} : { externalId: row.external_id }),
    userName: row.user_name,
    ...(row.display_name === null ? {} : { displayName: row.display_name }),
    ...row.attributes,
    active: row.active,
    groups: (row.groups ?? []).map((group) => ({ ...group, $ref: `${baseUrl}/Groups/${group.value}`, type: 'direct' })),
    [ACCESS]: row.access,
    meta: {
      resourceType: 'User',
      created: row.created_at.toISOString(),
      lastModified: row.updated_at.toISOString(),
      location: `${baseUrl}/Users/${row.scim_id}`,
      version: `W/"${row.version}"`,
    },
  };
}
