import { Injectable } from '@nestjs/common';
import { sql } from 'kysely';
import { Database } from '../../platform/database/database.js';
import { projectProjects, projectWorkspaces } from './membership.projections.js';
import { projectRoles } from './role.projection.js';
import { type Scope, usersIn } from './scope.js';

/** All SQL that writes access. */
@Injectable()
export class AccessRepository {
  constructor(private readonly database: Database) {}

  /** Gives a new account its place in the access rules: the organization's default role of this moment as base role. */
  async insert(organizationId: number, userId: number): Promise<void> {
    await this.database.rows(sql`
      insert into role_assignments (organization_id, user_id, base_role, base_role_source, role, role_source, reason)
      select o.id, ${userId}, o.default_role, 'default', 'DI', 'default', 'deactivated'
        from organizations o where o.id = ${organizationId}`);
  }

  /** Gives the current default role to a reactivated user who has no base role any more (rule R9). */
  async restoreBaseRole(organizationId: number, userId: number): Promise<void> {
    await this.database.rows(sql`
      update role_assignments a set base_role = o.default_role, base_role_source = 'default' from organizations o
       where o.id = a.organization_id and a.organization_id = ${organizationId} and a.user_id = ${userId}
         and a.base_role is null`);
  }

  /**
   * Evaluates the access rules for a scope and writes the difference. The users' rows are locked in order of their ids
   * first, in a statement of its own: what follows then sees everything that writers before it have committed.
   */
  async project(organizationId: number, scope: Scope, requestId: string): Promise<void> {
    const users = usersIn(organizationId, scope);
    await this.database.rows(sql`
      select count(*) from (
        select a.user_id from role_assignments a
         where a.organization_id = ${organizationId} and a.user_id in (${users})
         order by a.user_id for no key update) as locked`);
    await this.database.rows(projectRoles(organizationId, users, requestId));
    await this.database.rows(projectWorkspaces(organizationId, users, requestId));
    await this.database.rows(projectProjects(organizationId, users, requestId));
  }

  /** As `project`, for the organization role alone: what `active` changes. */
  async projectRole(organizationId: number, userId: number, requestId: string): Promise<void> {
    const users = usersIn(organizationId, { kind: 'users', userIds: [userId] });
    await this.database.rows(projectRoles(organizationId, users, requestId));
  }
}
