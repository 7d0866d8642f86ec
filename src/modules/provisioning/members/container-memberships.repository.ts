import { Injectable } from '@nestjs/common';
import { sql } from 'kysely';
import { Database } from '../../../platform/database/database.js';
import { AccessMetrics } from '../projection/access.metrics.js';
import type { Changed } from '../projection/role.projection.js';

/** All SQL that ends memberships because what they are in goes. The caller is alone in the organization. */
@Injectable()
export class ContainerMembershipsRepository {
  constructor(
    private readonly database: Database,
    private readonly metrics: AccessMetrics,
  ) {}

  /** Ends everybody's membership in a workspace, and says so in `access_changes`. */
  async endInWorkspace(organizationId: number, workspaceId: number, requestId: string): Promise<void> {
    const row = await this.database.row<Changed>(sql`
      with removed as (
        delete from workspace_memberships where organization_id = ${organizationId} and workspace_id = ${workspaceId}
        returning user_id
      ), logged as (
        insert into access_changes (organization_id, user_id, kind, target_id, previous, current, request_id)
        select ${organizationId}::integer, user_id, 'workspace', ${workspaceId}::integer, 'member', null, ${requestId}
          from removed
      )
      select count(*)::integer as changed from removed`);
    this.metrics.changed('workspace', row?.changed ?? 0);
  }

  /** As `endInWorkspace`, for a project. */
  async endInProject(organizationId: number, projectId: number, requestId: string): Promise<void> {
    const row = await this.database.row<Changed>(sql`
      with removed as (
        delete from project_memberships where organization_id = ${organizationId} and project_id = ${projectId}
        returning user_id, role_at(greatest(role_rank(mapped_role), role_rank(manual_role))) as role
      ), logged as (
        insert into access_changes (organization_id, user_id, kind, target_id, previous, current, request_id)
        select ${organizationId}::integer, user_id, 'project', ${projectId}::integer, coalesce(role, 'IN'), null, ${requestId}
          from removed
      )
      select count(*)::integer as changed from removed`);
    this.metrics.changed('project', row?.changed ?? 0);
  }
}
