import { sql, type RawBuilder } from 'kysely';
import type { MappingRows, ProjectRows, RoleRows, WorkspaceRows } from '../../../mappings/index.js';

/** Where a projection reads the mappings: tables, or any other expressions that may follow `from`. */
export interface MappingSource {
  /** Rows of `group_id`, `role`. */
  readonly roles: RawBuilder<unknown>;
  /**
   * The row of one group with its `role`, for an expression of the group's id: at most one row, whose role may be null.
   */
  readonly roleOf: (groupId: RawBuilder<unknown>) => RawBuilder<unknown>;
  /** Rows of `group_id`, `workspace_id`. */
  readonly workspaces: RawBuilder<unknown>;
  /** Rows of `group_id`, `project_id`, `role`. */
  readonly projects: RawBuilder<unknown>;
}

/** The mappings as the administrator has saved them. */
export function storedMappings(organizationId: number): MappingSource {
  return {
    roles: sql`(select group_id, role from role_mappings where organization_id = ${organizationId})`,
    roleOf: (groupId) =>
      sql`(select role from role_mappings where organization_id = ${organizationId} and group_id = ${groupId})`,
    workspaces: sql`(select group_id, workspace_id from workspace_mappings where organization_id = ${organizationId})`,
    projects: sql`(select group_id, project_id, role from project_mappings where organization_id = ${organizationId})`,
  };
}

/**
 * The mappings as they would be after a save, without saving; lists that the save does not contain are the stored ones.
 */
export function proposedMappings(organizationId: number, { roles, workspaces, projects }: MappingRows): MappingSource {
  return {
    ...storedMappings(organizationId),
    ...(roles ? proposedRoles(roles) : {}),
    ...(workspaces ? { workspaces: proposedWorkspaces(workspaces) } : {}),
    ...(projects ? { projects: proposedProjects(projects) } : {}),
  };
}

/**
 * The proposed roles. Each user's groups are looked up one by one, so they are in a JSON object, where a look-up takes
 * no longer with thousands of entries.
 */
function proposedRoles({ groupIds, roles }: RoleRows): Pick<MappingSource, 'roles' | 'roleOf'> {
  const byGroup = JSON.stringify(Object.fromEntries(groupIds.map((id, at) => [id, roles[at]])));
  return {
    roles: sql`(select group_id, role from unnest(${[...groupIds]}::integer[], ${[...roles]}::text[]) as r (group_id, role))`,
    roleOf: (groupId) => sql`(select ${byGroup}::jsonb ->> ${groupId}::text as role)`,
  };
}

function proposedWorkspaces({ groupIds, workspaceIds }: WorkspaceRows): RawBuilder<unknown> {
  return sql`(select group_id, workspace_id
                from unnest(${[...groupIds]}::integer[], ${[...workspaceIds]}::integer[]) as w (group_id, workspace_id))`;
}

function proposedProjects({ groupIds, projectIds, roles }: ProjectRows): RawBuilder<unknown> {
  return sql`(select group_id, project_id, role
                from unnest(${[...groupIds]}::integer[], ${[...projectIds]}::integer[], ${[...roles]}::text[])
                     as p (group_id, project_id, role))`;
}

/** Groups with a mapping that is in one source and not in the other. */
function changedGroups(one: RawBuilder<unknown>, other: RawBuilder<unknown>): RawBuilder<unknown> {
  return sql`
    select group_id from (select * from ${one} as a except select * from ${other} as b) as gone
    union select group_id from (select * from ${other} as a except select * from ${one} as b) as come`;
}

/** `select user_id …` of the members of groups whose mappings differ between the two sources. */
export function membersOfChangedGroups(
  organizationId: number,
  one: MappingSource,
  other: MappingSource,
): RawBuilder<unknown> {
  return sql`
    select distinct m.user_id from group_members m
     where m.organization_id = ${organizationId} and m.group_id in (
       ${changedGroups(one.roles, other.roles)}
       union ${changedGroups(one.workspaces, other.workspaces)}
       union ${changedGroups(one.projects, other.projects)})`;
}
