import { sql } from 'kysely';
import type { GivenRole } from '../../src/modules/provisioning/engine/rules/roles.js';
import type { Database } from '../../src/platform/database/database.js';
import type { ProjectGrantRole } from './stage.js';

/** Gives and takes manually, as rows. */
export class ManualGrants {
  constructor(
    private readonly database: Database,
    private readonly organizationId: number,
  ) {}

  async setRole(userId: number, role: GivenRole): Promise<void> {
    await this.database.rows(sql`update role_assignments set base_role = ${role}, base_role_source = 'manual'
      where organization_id = ${this.organizationId} and user_id = ${userId}`);
  }

  async addToWorkspace(userId: number, workspaceId: number): Promise<void> {
    await this.database.rows(sql`
      insert into workspace_memberships (organization_id, user_id, workspace_id, manual)
      values (${this.organizationId}, ${userId}, ${workspaceId}, true)
      on conflict (organization_id, user_id, workspace_id) do update set manual = true`);
  }

  async removeFromWorkspace(userId: number, workspaceId: number): Promise<void> {
    const membership = sql`organization_id = ${this.organizationId} and user_id = ${userId}
      and workspace_id = ${workspaceId}`;
    await this.database.rows(sql`delete from workspace_memberships where ${membership} and not mapped`);
    await this.database.rows(sql`update workspace_memberships set manual = false where ${membership}`);
  }

  async addToProject(userId: number, projectId: number, role: ProjectGrantRole): Promise<void> {
    const explicit = role === 'IN' ? null : role;
    await this.database.rows(sql`
      insert into project_memberships (organization_id, user_id, project_id, manual_role, manual_inherit)
      values (${this.organizationId}, ${userId}, ${projectId}, ${explicit}, ${role === 'IN'})
      on conflict (organization_id, user_id, project_id)
        do update set manual_role = excluded.manual_role, manual_inherit = excluded.manual_inherit`);
  }

  async removeFromProject(userId: number, projectId: number): Promise<void> {
    const membership = sql`organization_id = ${this.organizationId} and user_id = ${userId} and project_id = ${projectId}`;
    await this.database.rows(sql`
      delete from project_memberships where ${membership} and mapped_role is null and not mapped_inherit`);
    await this.database.rows(sql`
      update project_memberships set manual_role = null, manual_inherit = false where ${membership}`);
  }
}
