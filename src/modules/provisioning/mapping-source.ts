import { sql, type RawBuilder } from 'kysely';

/** Where a projection finds the mappings: tables, or anything else that can stand in their place after `from`. */
export interface MappingSource {
  /** Rows of `group_id`, `role`. */
  readonly roles: RawBuilder<unknown>;
  /** Rows of `group_id`, `workspace_id`. */
  readonly workspaces: RawBuilder<unknown>;
  /** Rows of `group_id`, `project_id`, `role`. */
  readonly projects: RawBuilder<unknown>;
}

/** The mappings as the administrator has saved them. */
export function storedMappings(organizationId: number): MappingSource {
  return {
    roles: sql`(select group_id, role from role_mappings where organization_id = ${organizationId})`,
    workspaces: sql`(select group_id, workspace_id from workspace_mappings where organization_id = ${organizationId})`,
    projects: sql`(select group_id, project_id, role from project_mappings where organization_id = ${organizationId})`,
  };
}
