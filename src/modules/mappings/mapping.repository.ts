import { Injectable } from '@nestjs/common';
import { sql } from 'kysely';
import { Database } from '../../platform/database/database.js';
import type { ProjectRows, RoleRows, WorkspaceRows } from './mapping-rows.js';

/** The stored rows in the order in which they were saved, with names instead of ids. */
export interface StoredMappings {
  readonly roles: readonly { readonly role: string; readonly group: string }[];
  readonly workspaces: readonly { readonly workspace: string; readonly group: string }[];
  readonly projects: readonly { readonly project_id: number; readonly group: string; readonly role: string }[];
}

/** A group with a row that was added, removed or changed, and whether it was removed. */
interface Replaced {
  readonly groupId: number;
  readonly isGone: boolean;
}

interface ReplacedRole extends Replaced {
  readonly role: string;
}

interface ReplacedWorkspace extends Replaced {
  readonly workspaceId: number;
}

interface ReplacedProject extends Replaced {
  readonly projectId: number;
  readonly role: string;
}

/**
 * Reads and writes mappings. Each `replace…` makes the stored rows equal to the given ones in one statement, and returns
 * the rows that it added, removed or changed.
 */
@Injectable()
export class MappingRepository {
  constructor(private readonly database: Database) {}

  /** Reads all lists in one statement, so that they are consistent. */
  async list(organizationId: number): Promise<StoredMappings> {
    const lists = await this.database.row<StoredMappings>(sql`
      select (select coalesce(json_agg(json_build_object('role', m.role, 'group', g.display_name)
                                       order by m.position, g.id), '[]')
                from role_mappings m
                join groups g on g.organization_id = m.organization_id and g.id = m.group_id
               where m.organization_id = o.id) as roles,
             (select coalesce(json_agg(json_build_object('workspace', w.title, 'group', g.display_name)
                                       order by m.position, g.id, w.id), '[]')
                from workspace_mappings m
                join groups g on g.organization_id = m.organization_id and g.id = m.group_id
                join workspaces w on w.organization_id = m.organization_id and w.id = m.workspace_id
               where m.organization_id = o.id) as workspaces,
             (select coalesce(json_agg(json_build_object('project_id', m.project_id, 'group', g.display_name,
                                                         'role', m.role)
                                       order by m.position, g.id, m.project_id, m.role), '[]')
                from project_mappings m
                join groups g on g.organization_id = m.organization_id and g.id = m.group_id
               where m.organization_id = o.id) as projects
        from (select ${organizationId}::integer as id) o`);
    return lists ?? { roles: [], workspaces: [], projects: [] };
  }

  async replaceRoles(organizationId: number, { groupIds, roles }: RoleRows): Promise<ReplacedRole[]> {
    return this.database.rows(sql<ReplacedRole>`
      with wanted as (
        select group_id, role, position::integer
          from unnest(${[...groupIds]}::integer[], ${[...roles]}::text[]) with ordinality as w (group_id, role, position)
      ), gone as (
        delete from role_mappings m where m.organization_id = ${organizationId}
           and not exists (select from wanted w where w.group_id = m.group_id)
        returning m.group_id, m.role
      ), changed as (
        select w.group_id, w.role from wanted w left join role_mappings m
            on m.organization_id = ${organizationId} and m.group_id = w.group_id
         where m.role is distinct from w.role
      ), stored as (
        insert into role_mappings (organization_id, group_id, role, position)
        select ${organizationId}::integer, group_id, role, position from wanted
        on conflict (organization_id, group_id) do update set role = excluded.role, position = excluded.position
      )
      select group_id as "groupId", role, true as "isGone" from gone
      union all select group_id, role, false from changed`);
  }

  async replaceWorkspaces(
    organizationId: number,
    { groupIds, workspaceIds }: WorkspaceRows,
  ): Promise<ReplacedWorkspace[]> {
    return this.database.rows(sql<ReplacedWorkspace>`
      with wanted as (
        select group_id, workspace_id, position::integer
          from unnest(${[...groupIds]}::integer[], ${[...workspaceIds]}::integer[])
               with ordinality as w (group_id, workspace_id, position)
      ), gone as (
        delete from workspace_mappings m where m.organization_id = ${organizationId}
           and not exists (select from wanted w where w.group_id = m.group_id and w.workspace_id = m.workspace_id)
        returning m.group_id, m.workspace_id
      ), changed as (
        select w.group_id, w.workspace_id from wanted w
         where not exists (select from workspace_mappings m where m.organization_id = ${organizationId}
                              and m.group_id = w.group_id and m.workspace_id = w.workspace_id)
      ), stored as (
        insert into workspace_mappings (organization_id, group_id, workspace_id, position)
        select ${organizationId}::integer, group_id, workspace_id, position from wanted
        on conflict (organization_id, group_id, workspace_id) do update set position = excluded.position
      )
      select group_id as "groupId", workspace_id as "workspaceId", true as "isGone" from gone
      union all select group_id, workspace_id, false from changed`);
  }

  async replaceProjects(
    organizationId: number,
    { groupIds, projectIds, roles }: ProjectRows,
  ): Promise<ReplacedProject[]> {
    return this.database.rows(sql<ReplacedProject>`
      with wanted as (
        select group_id, project_id, role, position::integer
          from unnest(${[...groupIds]}::integer[], ${[...projectIds]}::integer[], ${[...roles]}::text[])
               with ordinality as w (group_id, project_id, role, position)
      ), gone as (
        delete from project_mappings m where m.organization_id = ${organizationId}
           and not exists (select from wanted w where w.group_id = m.group_id and w.project_id = m.project_id
                              and w.role = m.role)
        returning m.group_id, m.project_id, m.role
      ), changed as (
        select w.group_id, w.project_id, w.role from wanted w
         where not exists (select from project_mappings m where m.organization_id = ${organizationId}
                              and m.group_id = w.group_id and m.project_id = w.project_id and m.role = w.role)
      ), stored as (
        insert into project_mappings (organization_id, group_id, project_id, role, position)
        select ${organizationId}::integer, group_id, project_id, role, position from wanted
        on conflict (organization_id, group_id, project_id, role) do update set position = excluded.position
      )
      select group_id as "groupId", project_id as "projectId", role, true as "isGone" from gone
      union all select group_id, project_id, role, false from changed`);
  }

  /**
   * Moves the mappings of one group to another. The other group gets all workspaces and projects of both, and the more
   * elevated of two organization roles.
   */
  async takeOver(organizationId: number, fromGroupId: number, toGroupId: number): Promise<void> {
    const source = sql`organization_id = ${organizationId} and group_id = ${fromGroupId}`;
    await this.database.rows(sql`
      with roles as (
        delete from role_mappings where ${source} returning role, position
      ), workspaces as (
        delete from workspace_mappings where ${source} returning workspace_id, position
      ), projects as (
        delete from project_mappings where ${source} returning project_id, role, position
      ), elevated as (
        insert into role_mappings (organization_id, group_id, role, position)
        select ${organizationId}::integer, ${toGroupId}::integer, role, position from roles
        on conflict (organization_id, group_id) do update
           set role = excluded.role where role_rank(excluded.role) > role_rank(role_mappings.role)
      ), added as (
        insert into workspace_mappings (organization_id, group_id, workspace_id, position)
        select ${organizationId}::integer, ${toGroupId}::integer, workspace_id, position from workspaces
        on conflict do nothing
      )
      insert into project_mappings (organization_id, group_id, project_id, role, position)
      select ${organizationId}::integer, ${toGroupId}::integer, project_id, role, position from projects
      on conflict do nothing`);
  }
}
