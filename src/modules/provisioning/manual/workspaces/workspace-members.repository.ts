import { Injectable } from '@nestjs/common';
import { sql, type RawBuilder } from 'kysely';
import { Database } from '../../../../platform/database/database.js';
import { AccessMetrics } from '../../engine/projection/access.metrics.js';
import type { Container } from '../container.js';
import { loggedMemberships } from '../logged-memberships.js';
import { fits, type MemberFilter, type MemberWindow, windowed } from '../member-filter.js';
import { type MemberSelection, selected } from '../member-selection.js';

interface Member {
  readonly user_id: number;
}

function matching({ organizationId, id }: Container<'workspace'>, filter: MemberFilter): RawBuilder<unknown> {
  return sql`from workspace_access m
    join users u on u.organization_id = m.organization_id and u.id = m.user_id
    join role_assignments a on a.organization_id = m.organization_id and a.user_id = m.user_id
    where m.organization_id = ${organizationId} and m.workspace_id = ${id} and ${fits(filter)}`;
}

/** The SQL of members of workspaces, and of manual memberships. Writers have locked the users' assignments. */
@Injectable()
export class WorkspaceMembersRepository {
  constructor(
    private readonly database: Database,
    private readonly metrics: AccessMetrics,
  ) {}

  /** Ids of the members who are not deactivated. */
  async list(workspace: Container<'workspace'>, filter: MemberFilter, window?: MemberWindow): Promise<number[]> {
    const rows = await this.database.rows<Member>(
      sql`select m.user_id ${matching(workspace, filter)} ${windowed(window)}`,
    );
    return rows.map(({ user_id }) => user_id);
  }

  async count(workspace: Container<'workspace'>, filter: MemberFilter): Promise<number> {
    const row = await this.database.row<{ total: number }>(
      sql`select count(*)::integer as total ${matching(workspace, filter)}`,
    );
    return row?.total ?? 0;
  }

  /** @returns the users who had no manual grant before, including those who were members through a group */
  async give(workspace: Container<'workspace'>, selection: MemberSelection, requestId: string): Promise<number[]> {
    const { organizationId, id } = workspace;
    const rows = await this.database.rows<Member>(sql`
      with chosen as (${selected(organizationId, selection)}),
      given as (
        insert into workspace_memberships (organization_id, user_id, workspace_id, manual)
        select ${organizationId}::integer, user_id, ${id}::integer, true from chosen
        on conflict (organization_id, user_id, workspace_id)
          do update set manual = true where not workspace_memberships.manual
        returning user_id, mapped, null as previous, 'member' as current
      ),
      ${loggedMemberships(workspace, requestId, 'hand', sql`given where not mapped`)}
      select user_id from given`);
    this.metrics.changed('workspace', rows.length);
    return rows.map(({ user_id }) => user_id);
  }
}
