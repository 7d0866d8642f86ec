import { Injectable } from '@nestjs/common';
import { sql } from 'kysely';
import { Database } from '../../../../platform/database/database.js';
import { mappedGroups } from '../../engine/projection/mapped-groups.js';
import type { RoleGrounds } from '../../engine/rules/explain.js';
import type { Reason, Role, RoleSource } from '../../engine/rules/roles.js';
import type { UserAccess } from './user-access.js';

/** A stored role, with what it depends on. */
export interface StoredRole {
  readonly role: Role;
  readonly role_source: RoleSource;
  readonly reason: Reason | null;
  readonly base: RoleGrounds['base'];
  readonly activation_role: RoleGrounds['activationRole'];
  readonly mapped: RoleGrounds['mapped'];
}

/** The user of a row `a`. */
const PERSON = sql`(a.organization_id, a.user_id)`;

/** The SQL that explains access; each part of an explanation is one statement, of any size. */
@Injectable()
export class ExplainRepository {
  constructor(private readonly database: Database) {}

  async role(organizationId: number, userId: number): Promise<StoredRole | undefined> {
    return this.database.row<StoredRole>(sql`
      select a.role, a.role_source, a.reason, a.activation_role,
             case when a.base_role is not null
               then jsonb_build_object('role', a.base_role, 'source', a.base_role_source) end as base,
             (select coalesce(jsonb_agg(jsonb_build_object('group', g.display_name, 'role', s.role)
                       order by role_rank(s.role) desc, g.display_name), '[]')
                ${mappedGroups(sql`role_mappings`, PERSON)}) as mapped
        from role_assignments a where a.organization_id = ${organizationId} and a.user_id = ${userId}`);
  }

  async workspaces(organizationId: number, userId: number): Promise<UserAccess['workspaces']> {
    return this.database.rows<UserAccess['workspaces'][number]>(sql`
      select w.id, w.title,
             (select coalesce(jsonb_agg(jsonb_build_object('kind', 'mapping', 'group', g.display_name)
                       order by g.display_name), '[]')
                ${mappedGroups(sql`workspace_mappings`, PERSON)} and s.workspace_id = a.workspace_id)
             || case when b.manual then '[{"kind": "manual"}]'::jsonb else '[]' end as grants
        from workspace_access a
        join workspace_memberships b on b.organization_id = a.organization_id and b.user_id = a.user_id
         and b.workspace_id = a.workspace_id
        join workspaces w on w.organization_id = a.organization_id and w.id = a.workspace_id
       where a.organization_id = ${organizationId} and a.user_id = ${userId} order by w.id`);
  }

  async projects(organizationId: number, userId: number): Promise<UserAccess['projects']> {
    return this.database.rows<UserAccess['projects'][number]>(sql`
      select p.id, p.title, a.role, a.state,
             (select coalesce(jsonb_agg(jsonb_build_object('kind', 'mapping', 'group', g.display_name, 'role',
                       case s.role when 'RE' then 'Reviewer' when 'AN' then 'Annotator' else 'Inherit' end)
                       order by g.display_name, s.role), '[]')
                ${mappedGroups(sql`project_mappings`, PERSON)} and s.project_id = a.project_id)
             || case when exists (select from workspace_memberships w where w.organization_id = a.organization_id
                                     and w.user_id = a.user_id and w.workspace_id = p.workspace_id)
                     then jsonb_build_array(jsonb_build_object('kind', 'workspace', 'workspace', p.workspace_id))
                     else '[]' end
             || case when b.manual_role is not null
                     then jsonb_build_array(jsonb_build_object('kind', 'manual', 'role', b.manual_role)) else '[]' end
             || case when b.manual_inherit then '[{"kind": "manual", "role": "Inherit"}]'::jsonb else '[]' end as grants
        from project_access a
        join projects p on p.organization_id = a.organization_id and p.id = a.project_id
        left join project_memberships b on b.organization_id = a.organization_id and b.user_id = a.user_id
         and b.project_id = a.project_id
       where a.organization_id = ${organizationId} and a.user_id = ${userId} order by p.id`);
  }
}
