import { Injectable } from '@nestjs/common';
import { sql } from 'kysely';
import { Database } from '../../../../platform/database/database.js';
import { mappedGroups } from '../../engine/projection/mapped-groups.js';
import type { RoleFacts } from '../../engine/rules/manual-edits.js';
import type { GivenRole } from '../../engine/rules/roles.js';

/** The SQL of organization roles that are set manually. */
@Injectable()
export class ManualRoleRepository {
  constructor(private readonly database: Database) {}

  /** The facts that decide whether a user's role can be set manually; undefined for an unknown user. */
  async roleFacts(organizationId: number, userId: number): Promise<RoleFacts | undefined> {
    return this.database.row<RoleFacts>(sql`
      select u.is_owner as "isOwner", u.active as "isActive",
             array(select g.display_name ${mappedGroups(sql`role_mappings`, sql`(u.organization_id, u.id)`)}
                    order by role_rank(s.role) desc, g.display_name) as groups
        from users u where u.organization_id = ${organizationId} and u.id = ${userId} and u.visible`);
  }

  /**
   * Sets the base role of a user whose assignments the caller has locked (rule R4).
   *
   * @returns whether it was another one before
   */
  async set(organizationId: number, userId: number, role: GivenRole): Promise<boolean> {
    const changed = await this.database.rows(sql`
      update role_assignments set base_role = ${role}, base_role_source = 'manual', updated_at = now()
       where organization_id = ${organizationId} and user_id = ${userId}
         and (base_role, base_role_source) is distinct from (${role}, 'manual') returning user_id`);
    return changed.length > 0;
  }
}
