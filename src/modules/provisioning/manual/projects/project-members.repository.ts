import { Injectable } from '@nestjs/common';
import { sql, type RawBuilder } from 'kysely';
import { Database } from '../../../../platform/database/database.js';
import { AccessMetrics } from '../../engine/projection/access.metrics.js';
import type { Container } from '../container.js';
import { EXPLICIT_ROLE, EXPLICIT_ROLE_SOURCE } from '../explicit-role.js';
import { loggedMemberships } from '../logged-memberships.js';
import { fits, type MemberFilter, type MemberWindow, windowed } from '../member-filter.js';
import { type MemberSelection, selected } from '../member-selection.js';

/** A user in a project, with what makes them a member. */
export interface ProjectMemberRow {
  readonly user_id: number;
  readonly implicit_member: boolean;
  readonly project_role: string | null;
  readonly project_role_source: string | null;
}

/** Filters the members of a project. `role` is the one in the project, or in the organization if there is none. */
export interface ProjectMemberFilter extends MemberFilter {
  readonly implicit?: boolean;
  readonly no_annotators?: boolean;
}

interface Member {
  readonly user_id: number;
}

function matching({ organizationId, id }: Container<'project'>, filter: ProjectMemberFilter): RawBuilder<unknown> {
  const { role, implicit, no_annotators, ...account } = filter;
  return sql`from (
      select user_id from project_memberships where organization_id = ${organizationId} and project_id = ${id}
      union
      select w.user_id from projects p join workspace_memberships w on w.organization_id = p.organization_id
         and w.workspace_id = p.workspace_id where p.organization_id = ${organizationId} and p.id = ${id}
      union
      select user_id from role_assignments where organization_id = ${organizationId} and role in ('OW', 'AD')
    ) reached
    join role_assignments a on a.organization_id = ${organizationId} and a.user_id = reached.user_id and a.role <> 'DI'
    join users u on u.organization_id = a.organization_id and u.id = a.user_id
    left join project_memberships m on m.organization_id = a.organization_id and m.user_id = a.user_id
     and m.project_id = ${id}
    where ${fits(account)}
      ${implicit === undefined ? sql`` : sql`and (m.user_id is null) = ${implicit}`}
      ${no_annotators ? sql`and coalesce(${EXPLICIT_ROLE}, a.role) <> 'AN'` : sql``}
      ${role === undefined ? sql`` : sql`and coalesce(${EXPLICIT_ROLE}, a.role) = any(${[...role]}::text[])`}`;
}

/** The SQL of members of projects, and of manual memberships. Writers have locked the users' assignments. */
@Injectable()
export class ProjectMembersRepository {
  constructor(
    private readonly database: Database,
    private readonly metrics: AccessMetrics,
  ) {}

  /** Members who are not deactivated, including those who reach everything by their organization role. */
  async list(
    project: Container<'project'>,
    filter: ProjectMemberFilter,
    window?: MemberWindow,
  ): Promise<ProjectMemberRow[]> {
    return this.database.rows<ProjectMemberRow>(sql`
      select u.id as user_id, m.user_id is null as implicit_member, ${EXPLICIT_ROLE} as project_role,
             ${EXPLICIT_ROLE_SOURCE} as project_role_source
        ${matching(project, filter)} ${windowed(window)}`);
  }

  async count(project: Container<'project'>, filter: ProjectMemberFilter): Promise<number> {
    const row = await this.database.row<{ total: number }>(
      sql`select count(*)::integer as total ${matching(project, filter)}`,
    );
    return row?.total ?? 0;
  }

  /** Users of a selection who are in every project by their role, and so cannot be given anything. */
  async reachingEverything({ organizationId }: Container<'project'>, selection: MemberSelection): Promise<number[]> {
    return this.userIds(sql<Member>`
      select user_id from (${selected(organizationId, selection)}) s where role in ('OW', 'AD') order by user_id`);
  }

  /**
   * Makes users members with their organization role (Inherit); a manual explicit role stays. The Owner and
   * Administrators are skipped.
   *
   * @returns the users who had nothing manual before
   */
  async give(project: Container<'project'>, selection: MemberSelection, requestId: string): Promise<number[]> {
    const { organizationId, id } = project;
    const userIds = await this.userIds(sql<Member>`
      with chosen as (select user_id from (${selected(organizationId, selection)}) s where role not in ('OW', 'AD')),
      given as (
        insert into project_memberships (organization_id, user_id, project_id, manual_inherit)
        select ${organizationId}::integer, user_id, ${id}::integer, true from chosen
        on conflict (organization_id, user_id, project_id) do update set manual_inherit = true
          where project_memberships.manual_role is null and not project_memberships.manual_inherit
        returning user_id, mapped_inherit, mapped_role as previous, 'IN' as current
      ),
      ${loggedMemberships(project, requestId, 'hand', sql`given where not mapped_inherit`)}
      select user_id from given`);
    this.metrics.changed('project', userIds.length);
    return userIds;
  }

  private async userIds(statement: RawBuilder<Member>): Promise<number[]> {
    return (await this.database.rows(statement)).map(({ user_id }) => user_id);
  }
}
