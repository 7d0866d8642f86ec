import { Injectable } from '@nestjs/common';
import { sql, type RawBuilder } from 'kysely';
import { Database } from '../../platform/database/database.js';

/**
 * Members as the JSON text of a list, null if there are none; and the internal id of the last one if there may be more.
 */
export interface MemberPage {
  readonly members: string | null;
  readonly last: number | null;
}

/** The organization whose members are read, and the beginning of the URLs of their references. */
export interface MemberSource {
  readonly organizationId: number;
  readonly baseUrl: string;
}

/** A member as SCIM shows it, for the account `u`: built by the database, and sent as it is. */
export function memberObject(baseUrl: string): RawBuilder<unknown> {
  return sql`jsonb_build_object('value', u.scim_id, '$ref', ${`${baseUrl}/Users/`}::text || u.scim_id,
    'display', coalesce(u.display_name, u.user_name), 'type', 'User')`;
}

/** The SQL that reads many members of groups, a part at a time. */
@Injectable()
export class MemberPageRepository {
  constructor(private readonly database: Database) {}

  /** The members after an internal id, in the order of their ids. */
  async page({ organizationId, baseUrl }: MemberSource, groupId: number, after: number, limit: number) {
    const row = await this.database.row<MemberPage>(sql`
      select json_agg(member order by user_id)::text as members, case when count(*) = ${limit}::integer then max(user_id) end as last
        from (select m.user_id, ${memberObject(baseUrl)} as member
                from group_members m join users u on u.organization_id = m.organization_id and u.id = m.user_id
               where m.organization_id = ${organizationId} and m.group_id = ${groupId} and m.user_id > ${after}
               order by m.user_id limit ${limit}::integer) as page`);
    return row ?? { members: null, last: null };
  }

  /** All members of some groups, by group. @returns the JSON text of a list for each group that has members */
  async all({ organizationId, baseUrl }: MemberSource, groupIds: readonly number[]): Promise<Map<number, string>> {
    const rows = await this.database.rows<{ group_id: number; members: string }>(sql`
      select m.group_id, json_agg(${memberObject(baseUrl)} order by m.user_id)::text as members
        from group_members m join users u on u.organization_id = m.organization_id and u.id = m.user_id
       where m.organization_id = ${organizationId} and m.group_id = any(${[...groupIds]}::integer[])
       group by m.group_id`);
    return new Map(rows.map(({ group_id, members }) => [group_id, members]));
  }
}
