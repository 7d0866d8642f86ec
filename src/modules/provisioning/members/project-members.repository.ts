import { Injectable } from '@nestjs/common';
import { sql, type RawBuilder } from 'kysely';
import { Database } from '../../../platform/database/database.js';
import { AccessMetrics } from '../projection/access.metrics.js';
import { EXPLICIT_ROLE, EXPLICIT_ROLE_SOURCE } from './explicit-role.js';
import { fits, type MemberFilter, sortedBy } from './member-filter.js';
import { type MemberSelection, selected } from './member-selection.js';
import type { MembershipHold } from '../rules/hand-edits.js';

/** Somebody in a project, with what makes them a member. */
export interface ProjectMemberRow {
  readonly user_id: number;
  readonly implicit_member: boolean;
  readonly project_role: string | null;
  readonly project_role_source: string | null;
}

/** Which members of a project are meant. `role` is the one in the project, or in the organization if there is none. */
export interface ProjectMemberFilter extends MemberFilter {
  readonly implicit?: boolean;
  readonly noAnnotators?: boolean;
}

interface Changed {
  readonly user_id: number;
}

/** Part of a list, in one of the orders of members. */
interface MemberWindow {
  readonly ordering?: string;
  readonly offset: number;
  readonly limit: number;
}

function matching(organizationId: number, projectId: number, filter: ProjectMemberFilter): RawBuilder<unknown> {
  const { role, implicit, noAnnotators, ...account } = filter;
  return sql`from (
      select user_id from project_memberships where organization_id = ${organizationId} and project_id = ${projectId}
      union
      select w.user_id from projects p join workspace_memberships w on w.organization_id = p.organization_id
         and w.workspace_id = p.workspace_id where p.organization_id = ${organizationId} and p.id = ${projectId}
      union
      select user_id from role_assignments where organization_id = ${organizationId} and role in ('OW', 'AD')
    ) reached
    join role_assignments a on a.organization_id = ${organizationId} and a.user_id = reached.user_id and a.role <> 'DI'
    join users u on u.organization_id = a.organization_id and u.id = a.user_id
    left join project_memberships m on m.organization_id = a.organization_id and m.user_id = a.user_id
     and m.project_id = ${projectId}
    where ${fits(account)}
      ${implicit === undefined ? sql`` : sql`and (m.user_id is null) = ${implicit}`}
      ${noAnnotators ? sql`and coalesce(${EXPLICIT_ROLE}, a.role) <> 'AN'` : sql``}
      ${role === undefined ? sql`` : sql`and coalesce(${EXPLICIT_ROLE}, a.role) = any(${[...role]}::text[])`}`;
}

/** All SQL of project memberships by hand. Writers hold the users' assignments. */
@Injectable()
export class ProjectMembersRepository {
  constructor(
    private readonly database: Database,
    private readonly metrics: AccessMetrics,
  ) {}

  async exists(organizationId: number, projectId: number): Promise<boolean> {
    const found = await this.database.rows(
      sql`select id from projects where organization_id = ${organizationId} and id = ${projectId}`,
    );
    return found.length > 0;
  }

  /** Members who are not deactivated, those who reach everything by their organization role included. */
  async list(
    organizationId: number,
    projectId: number,
    filter: ProjectMemberFilter,
    window?: MemberWindow,
  ): Promise<ProjectMemberRow[]> {
    return this.database.rows<ProjectMemberRow>(sql`
      select u.id as user_id, m.user_id is null as implicit_member, ${EXPLICIT_ROLE} as project_role,
             ${EXPLICIT_ROLE_SOURCE} as project_role_source
        ${matching(organizationId, projectId, filter)} ${sortedBy(window?.ordering)}
        ${window ? sql`limit ${window.limit} offset ${window.offset}` : sql``}`);
  }

  async count(organizationId: number, projectId: number, filter: ProjectMemberFilter): Promise<number> {
    const row = await this.database.row<{ total: number }>(
      sql`select count(*)::integer as total ${matching(organizationId, projectId, filter)}`,
    );
    return row?.total ?? 0;
  }

  /** What decides on edits by hand of somebody's membership; undefined for nobody. */
  async hold(organizationId: number, projectId: number, userId: number): Promise<MembershipHold | undefined> {
    return this.database.row<MembershipHold>(sql`
      select a.role, m.manual_role is not null or coalesce(m.manual_inherit, false) as "byHand",
             exists (select from projects p join workspace_memberships w on w.organization_id = p.organization_id
                        and w.workspace_id = p.workspace_id
                      where p.organization_id = u.organization_id and p.id = ${projectId}
                        and w.user_id = u.id) as "throughWorkspace",
             array(select distinct g.display_name from group_members x
                     join project_mappings s on s.organization_id = x.organization_id and s.group_id = x.group_id
                      and s.project_id = ${projectId}
                     join groups g on g.organization_id = x.organization_id and g.id = x.group_id
                    where x.organization_id = u.organization_id and x.user_id = u.id order by g.display_name) as groups
        from users u
        join role_assignments a on a.organization_id = u.organization_id and a.user_id = u.id
        left join project_memberships m on m.organization_id = u.organization_id and m.user_id = u.id
         and m.project_id = ${projectId}
       where u.organization_id = ${organizationId} and u.id = ${userId} and u.deleted_at is null`);
  }

  /** Those of a selection who are in every project by their role, and so cannot be given any. */
  async reachingEverything(organizationId: number, selection: MemberSelection): Promise<number[]> {
    return this.userIds(sql<Changed>`
      select user_id from (${selected(organizationId, selection)}) s where role in ('OW', 'AD') order by user_id`);
  }

  /**
   * Makes members with their organization role (Inherit); who has an explicit role by hand keeps it. The Owner and
   * Administrators are passed over.
   * @returns who had nothing by hand before
   */
  async give(organizationId: number, projectId: number, selection: MemberSelection, requestId: string) {
    return this.changed(sql<Changed>`
      with chosen as (select user_id from (${selected(organizationId, selection)}) s where role not in ('OW', 'AD')),
      given as (
        insert into project_memberships (organization_id, user_id, project_id, manual_inherit)
        select ${organizationId}::integer, user_id, ${projectId}::integer, true from chosen
        on conflict (organization_id, user_id, project_id) do update set manual_inherit = true
          where project_memberships.manual_role is null and not project_memberships.manual_inherit
        returning user_id, mapped_role as previous, mapped_inherit
      ),
      logged as (
        insert into access_changes (organization_id, user_id, kind, target_id, previous, current, request_id)
        select ${organizationId}::integer, user_id, 'project', ${projectId}::integer, previous, 'IN', ${requestId}
          from given where not mapped_inherit
      )
      select user_id from given`);
  }

  /**
   * Takes what a hand gave; whom a group makes a member stays one. The Owner and Administrators are passed over.
   * @returns who had anything by hand
   */
  async take(organizationId: number, projectId: number, selection: MemberSelection, requestId: string) {
    return this.changed(sql<Changed>`
      with chosen as (select user_id from (${selected(organizationId, selection)}) s where role not in ('OW', 'AD')),
      held as (
        select m.user_id, coalesce(${EXPLICIT_ROLE}, 'IN') as previous, m.mapped_role is not null or m.mapped_inherit as stays,
               coalesce(m.mapped_role, case when m.mapped_inherit then 'IN' end) as current
          from project_memberships m join chosen c on c.user_id = m.user_id
         where m.organization_id = ${organizationId} and m.project_id = ${projectId}
           and (m.manual_role is not null or m.manual_inherit)
      ),
      kept as (
        update project_memberships m set manual_role = null, manual_inherit = false from held h
         where m.organization_id = ${organizationId} and m.project_id = ${projectId} and m.user_id = h.user_id and h.stays
      ),
      removed as (
        delete from project_memberships m using held h
         where m.organization_id = ${organizationId} and m.project_id = ${projectId} and m.user_id = h.user_id
           and not h.stays
      ),
      logged as (
        insert into access_changes (organization_id, user_id, kind, target_id, previous, current, request_id)
        select ${organizationId}::integer, user_id, 'project', ${projectId}::integer, previous, current, ${requestId}
          from held where previous is distinct from current
      )
      select user_id from held`);
  }

  private async userIds(statement: RawBuilder<Changed>): Promise<number[]> {
    return (await this.database.rows(statement)).map(({ user_id }) => user_id);
  }

  private async changed(statement: RawBuilder<Changed>): Promise<number[]> {
    const userIds = await this.userIds(statement);
    this.metrics.changed('project', userIds.length);
    return userIds;
  }
}
