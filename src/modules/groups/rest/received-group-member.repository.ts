import { Injectable } from '@nestjs/common';
import { sql, type RawBuilder } from 'kysely';
import { Database } from '../../../platform/database/database.js';
import type { RowWindow } from '../../../platform/http/page.js';
import { foldCase } from '../../../text/index.js';
import type { GroupOfUserDto, ReceivedGroupMemberDto } from './received-group.dto.js';

/** Which part of a group's members to read. */
interface MemberWindow extends RowWindow {
  /** Part of a name, userName or email, without regard to case. */
  readonly search?: string;
}

function matching(organizationId: number, groupId: number, search = ''): RawBuilder<unknown> {
  return sql`group_members m join users u on u.organization_id = m.organization_id and u.id = m.user_id
    where m.organization_id = ${organizationId} and m.group_id = ${groupId}
      ${search === '' ? sql`` : sql`and strpos(u.search_key, ${foldCase(search)}) > 0`}`;
}

/** Reads the members of groups for people to look at. Deleted accounts are members of none. */
@Injectable()
export class ReceivedGroupMemberRepository {
  constructor(private readonly database: Database) {}

  /**
   * In the order of ids, which is that of the primary key: the first page of a group of any size reads only as many
   * rows as it shows.
   */
  async page(organizationId: number, groupId: number, window: MemberWindow): Promise<ReceivedGroupMemberDto[]> {
    return this.database.rows<ReceivedGroupMemberDto>(sql`
      select u.id, u.scim_id, u.email, u.user_name as username,
             coalesce(u.attributes #>> '{name,givenName}', '') as first_name,
             coalesce(u.attributes #>> '{name,familyName}', '') as last_name, u.active
        from ${matching(organizationId, groupId, window.search)}
       order by m.user_id limit ${window.limit} offset ${window.offset}`);
  }

  async count(organizationId: number, groupId: number, search: string): Promise<number> {
    const row = await this.database.row<{ total: number }>(
      sql`select count(*)::integer as total from ${matching(organizationId, groupId, search)}`,
    );
    return row?.total ?? 0;
  }

  /** The groups of a user, in the order of their names. */
  async groupsOf(organizationId: number, userId: number): Promise<GroupOfUserDto[]> {
    return this.database.rows<GroupOfUserDto>(sql`
      select g.id, g.scim_id, g.display_name, g.external_id,
             exists (select from mapped_groups x where x.organization_id = g.organization_id and x.group_id = g.id) as mapped
        from group_members m join groups g on g.organization_id = m.organization_id and g.id = m.group_id
       where m.organization_id = ${organizationId} and m.user_id = ${userId} order by g.display_name_key`);
  }
}
