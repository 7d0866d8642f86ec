import { Injectable } from '@nestjs/common';
import { sql } from 'kysely';
import { Database } from '../../../../platform/database/database.js';
import { AccessMetrics } from '../../engine/projection/access.metrics.js';
import { causesOf } from '../../engine/projection/cause.js';
import { loggedChanges } from '../../engine/projection/logged-changes.js';
import type { Container } from '../container.js';
import { EXPLICIT_ROLE, EXPLICIT_ROLE_SOURCE } from '../explicit-role.js';
import { loggedMemberships } from '../logged-memberships.js';
import type { ProjectRoleDto } from './project-members.dto.js';
import type { ProjectRole } from '../../engine/rules/roles.js';

/** Filters explicit roles; a missing filter restricts nothing. */
export interface ProjectRoleFilter {
  readonly id?: number;
  readonly projects?: readonly number[];
  readonly userId?: number;
  /** Also those of deactivated users, who get them back when they return. */
  readonly alsoRemembered?: boolean;
}

/** An explicit role for a user. */
export interface UserRole {
  readonly user_id: number;
  readonly role: ProjectRole;
}

/** The SQL of explicit roles in projects that were given manually. Writers have locked the users' assignments. */
@Injectable()
export class ProjectRolesRepository {
  constructor(
    private readonly database: Database,
    private readonly metrics: AccessMetrics,
  ) {}

  /** Explicit roles, mapped and manual, of users whose organization role does not reach everything. */
  async list(
    organizationId: number,
    { id, projects, userId, alsoRemembered }: ProjectRoleFilter,
  ): Promise<ProjectRoleDto[]> {
    return this.database.rows<ProjectRoleDto>(sql`
      select m.id, m.project_id as project, m.user_id as "user", ${EXPLICIT_ROLE} as role,
             ${EXPLICIT_ROLE_SOURCE} as role_source
        from project_memberships m
        join role_assignments a on a.organization_id = m.organization_id and a.user_id = m.user_id
         and a.role not in ('OW', 'AD') ${alsoRemembered ? sql`` : sql`and a.role <> 'DI'`}
       where m.organization_id = ${organizationId} and (m.mapped_role is not null or m.manual_role is not null)
         ${id === undefined ? sql`` : sql`and m.id = ${id}`}
         ${projects === undefined ? sql`` : sql`and m.project_id = any(${[...projects]}::integer[])`}
         ${userId === undefined ? sql`` : sql`and m.user_id = ${userId}`}
       order by m.id`);
  }

  /**
   * Gives explicit roles, in place of earlier manual ones. The Owner and Administrators are skipped.
   *
   * @returns the users who had no such manual role before
   */
  async give(project: Container<'project'>, roles: readonly UserRole[], requestId: string): Promise<number[]> {
    const { organizationId, id } = project;
    const rows = await this.database.rows<{ user_id: number }>(sql`
      with chosen as (
        select u.id as user_id, w.role
          from unnest(${roles.map(({ user_id }) => user_id)}::integer[], ${roles.map(({ role }) => role)}::text[])
               as w (user_id, role)
          join users u on u.organization_id = ${organizationId} and u.id = w.user_id and u.visible
          join role_assignments a on a.organization_id = u.organization_id and a.user_id = u.id
           and a.role not in ('OW', 'AD')
      ),
      changed as (
        select c.user_id, c.role, elevated(c.role, m.mapped_role) as current,
               case when m.user_id is not null then coalesce(${EXPLICIT_ROLE}, 'IN') end as previous
          from chosen c
          left join project_memberships m on m.organization_id = ${organizationId} and m.project_id = ${id}
           and m.user_id = c.user_id
         where m.user_id is null or (m.manual_role, m.manual_inherit) is distinct from (c.role, false)
      ),
      stored as (
        insert into project_memberships (organization_id, user_id, project_id, manual_role)
        select ${organizationId}::integer, user_id, ${id}::integer, role from changed
        on conflict (organization_id, user_id, project_id)
          do update set manual_role = excluded.manual_role, manual_inherit = false
      ),
      ${loggedMemberships(project, requestId, 'hand', sql`changed where previous is distinct from current`)}
      select user_id from changed`);
    this.metrics.changed('project', rows.length);
    return rows.map(({ user_id }) => user_id);
  }

  /**
   * Takes a manual explicit role; a user whom nothing else makes a member stays one with their organization role.
   *
   * @returns the user, or undefined if the role was not manual
   */
  async take(organizationId: number, id: number, requestId: string): Promise<number | undefined> {
    const changes = sql`
      select user_id, project_id as target_id, previous, coalesce(mapped_role, 'IN') as current, null::text as reason,
             ${causesOf('hand')} as causes
        from held where previous is distinct from mapped_role`;
    const row = await this.database.row<{ user_id: number }>(sql`
      with held as (
        select m.user_id, m.project_id, ${EXPLICIT_ROLE} as previous, m.mapped_role,
               m.mapped_role is not null or m.mapped_inherit as mapped,
               exists (select from projects p join workspace_memberships w on w.organization_id = p.organization_id
                          and w.workspace_id = p.workspace_id and w.user_id = m.user_id
                        where p.organization_id = m.organization_id and p.id = m.project_id) as in_workspace
          from project_memberships m
         where m.organization_id = ${organizationId} and m.id = ${id} and m.manual_role is not null
      ),
      kept as (
        update project_memberships m set manual_role = null, manual_inherit = not h.mapped from held h
         where m.organization_id = ${organizationId} and m.id = ${id} and (h.mapped or not h.in_workspace)
      ),
      removed as (
        delete from project_memberships m using held h
         where m.organization_id = ${organizationId} and m.id = ${id} and not h.mapped and h.in_workspace
      ),
      ${loggedChanges({ organizationId, kind: 'project', requestId }, changes)}
      select user_id from held`);
    this.metrics.changed('project', row ? 1 : 0);
    return row?.user_id;
  }
}
