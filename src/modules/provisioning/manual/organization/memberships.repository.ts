import { Injectable } from '@nestjs/common';
import { sql, type RawBuilder } from 'kysely';
import { Database } from '../../../../platform/database/database.js';
import type { Stored } from '../../../../platform/database/stored.js';
import type { ProvisioningTables } from '../../access.entity.js';
import { fits, type MemberFilter, type MemberWindow, windowed } from '../member-filter.js';

/** A stored role of a user in the organization. */
export type MembershipRow = Pick<
  Stored<ProvisioningTables['role_assignments']>,
  'user_id' | 'role' | 'role_source' | 'reason'
>;

/** Filters the members of an organization. */
export interface MembershipFilter extends MemberFilter {
  readonly role_source?: readonly string[];
  readonly reason?: readonly string[];
  readonly exclude_project_id?: number;
  readonly exclude_workspace_id?: number;
}

function outsideProject(id: number | undefined): RawBuilder<unknown> {
  if (id === undefined) return sql``;
  return sql`and not exists (select from project_memberships m where m.organization_id = a.organization_id
      and m.user_id = a.user_id and m.project_id = ${id})
    and not exists (select from projects p join workspace_memberships m on m.organization_id = p.organization_id
      and m.workspace_id = p.workspace_id
      where p.organization_id = a.organization_id and p.id = ${id} and m.user_id = a.user_id)`;
}

function outsideWorkspace(id: number | undefined): RawBuilder<unknown> {
  if (id === undefined) return sql``;
  return sql`and not exists (select from workspace_memberships m where m.organization_id = a.organization_id
      and m.user_id = a.user_id and m.workspace_id = ${id})`;
}

function matching(organizationId: number, filter: MembershipFilter): RawBuilder<unknown> {
  const { role_source, reason, exclude_project_id, exclude_workspace_id } = filter;
  return sql`from role_assignments a join users u on u.organization_id = a.organization_id and u.id = a.user_id
    where a.organization_id = ${organizationId} and ${fits(filter)}
      ${role_source === undefined ? sql`` : sql`and a.role_source = any(${[...role_source]}::text[])`}
      ${reason === undefined ? sql`` : sql`and a.reason = any(${[...reason]}::text[])`}
      ${outsideProject(exclude_project_id)} ${outsideWorkspace(exclude_workspace_id)}`;
}

/** The SQL that lists the members of an organization. */
@Injectable()
export class MembershipsRepository {
  constructor(private readonly database: Database) {}

  async page(organizationId: number, filter: MembershipFilter, window: MemberWindow): Promise<MembershipRow[]> {
    return this.database.rows<MembershipRow>(sql`
      select a.user_id, a.role, a.role_source, a.reason ${matching(organizationId, filter)} ${windowed(window)}`);
  }

  async count(organizationId: number, filter: MembershipFilter): Promise<number> {
    const row = await this.database.row<{ total: number }>(sql`
      select count(*)::integer as total ${matching(organizationId, filter)}`);
    return row?.total ?? 0;
  }
}
