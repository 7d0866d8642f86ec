import { Injectable } from '@nestjs/common';
import { sql, type RawBuilder } from 'kysely';
import { Database } from '../../../platform/database/database.js';
import { AccessMetrics } from '../projection/access.metrics.js';
import { fits, type MemberFilter, sortedBy } from './member-filter.js';
import { type MemberSelection, selected } from './member-selection.js';
import type { MembershipHold } from '../rules/hand-edits.js';

interface Changed {
  readonly user_id: number;
}

/** Part of a list; without one it is the whole list. */
export interface MemberWindow {
  readonly ordering?: string;
  readonly offset: number;
  readonly limit: number;
}

function matching(organizationId: number, workspaceId: number, filter: MemberFilter): RawBuilder<unknown> {
  return sql`from workspace_access m
    join users u on u.organization_id = m.organization_id and u.id = m.user_id
    join role_assignments a on a.organization_id = m.organization_id and a.user_id = m.user_id
    where m.organization_id = ${organizationId} and m.workspace_id = ${workspaceId} and ${fits(filter)}`;
}

/** All SQL of workspace memberships by hand. Writers hold the users' assignments. */
@Injectable()
export class WorkspaceMembersRepository {
  constructor(
    private readonly database: Database,
    private readonly metrics: AccessMetrics,
  ) {}

  async exists(organizationId: number, workspaceId: number): Promise<boolean> {
    const found = await this.database.rows(
      sql`select id from workspaces where organization_id = ${organizationId} and id = ${workspaceId}`,
    );
    return found.length > 0;
  }

  /** Ids of the members who are not deactivated. */
  async list(
    organizationId: number,
    workspaceId: number,
    filter: MemberFilter,
    window?: MemberWindow,
  ): Promise<number[]> {
    const rows = await this.database.rows<Changed>(sql`
      select m.user_id ${matching(organizationId, workspaceId, filter)} ${sortedBy(window?.ordering)}
      ${window ? sql`limit ${window.limit} offset ${window.offset}` : sql``}`);
    return rows.map(({ user_id }) => user_id);
  }

  async count(organizationId: number, workspaceId: number, filter: MemberFilter): Promise<number> {
    const row = await this.database.row<{ total: number }>(sql`
      select count(*)::integer as total ${matching(organizationId, workspaceId, filter)}`);
    return row?.total ?? 0;
  }

  /** What decides whether a hand may remove somebody; undefined for nobody. */
  async hold(organizationId: number, workspaceId: number, userId: number): Promise<MembershipHold | undefined> {
    return this.database.row<MembershipHold>(sql`
      select a.role, coalesce(m.manual, false) as "byHand", false as "throughWorkspace",
             array(select g.display_name from group_members x
                     join workspace_mappings s on s.organization_id = x.organization_id and s.group_id = x.group_id
                      and s.workspace_id = ${workspaceId}
                     join groups g on g.organization_id = x.organization_id and g.id = x.group_id
                    where x.organization_id = u.organization_id and x.user_id = u.id order by g.display_name) as groups
        from users u
        join role_assignments a on a.organization_id = u.organization_id and a.user_id = u.id
        left join workspace_memberships m on m.organization_id = u.organization_id and m.user_id = u.id
         and m.workspace_id = ${workspaceId}
       where u.organization_id = ${organizationId} and u.id = ${userId} and u.deleted_at is null`);
  }

  /** @returns who had no such grant before; those whom a group had made members already are among them */
  async give(
    organizationId: number,
    workspaceId: number,
    selection: MemberSelection,
    requestId: string,
  ): Promise<number[]> {
    return this.changed(sql<Changed>`
      with chosen as (${selected(organizationId, selection)}),
      given as (
        insert into workspace_memberships (organization_id, user_id, workspace_id, manual)
        select ${organizationId}::integer, user_id, ${workspaceId}::integer, true from chosen
        on conflict (organization_id, user_id, workspace_id)
          do update set manual = true where not workspace_memberships.manual
        returning user_id, not mapped as is_new
      ),
      logged as (
        insert into access_changes (organization_id, user_id, kind, target_id, previous, current, request_id)
        select ${organizationId}::integer, user_id, 'workspace', ${workspaceId}::integer, null, 'member', ${requestId}
          from given where is_new
      )
      select user_id from given`);
  }

  /**
   * Takes what a hand gave; whom a group makes a member stays one. The Owner and Administrators are passed over.
   * @returns who had such a grant
   */
  async take(
    organizationId: number,
    workspaceId: number,
    selection: MemberSelection,
    requestId: string,
  ): Promise<number[]> {
    return this.changed(sql<Changed>`
      with chosen as (select user_id from (${selected(organizationId, selection)}) s where role not in ('OW', 'AD')),
      kept as (
        update workspace_memberships m set manual = false from chosen c
         where m.organization_id = ${organizationId} and m.workspace_id = ${workspaceId} and m.user_id = c.user_id
           and m.manual and m.mapped
        returning m.user_id
      ),
      removed as (
        delete from workspace_memberships m using chosen c
         where m.organization_id = ${organizationId} and m.workspace_id = ${workspaceId} and m.user_id = c.user_id
           and m.manual and not m.mapped
        returning m.user_id
      ),
      logged as (
        insert into access_changes (organization_id, user_id, kind, target_id, previous, current, request_id)
        select ${organizationId}::integer, user_id, 'workspace', ${workspaceId}::integer, 'member', null, ${requestId}
          from removed
      )
      select user_id from kept union all select user_id from removed`);
  }

  private async changed(statement: RawBuilder<Changed>): Promise<number[]> {
    const rows = await this.database.rows(statement);
    this.metrics.changed('workspace', rows.length);
    return rows.map(({ user_id }) => user_id);
  }
}
