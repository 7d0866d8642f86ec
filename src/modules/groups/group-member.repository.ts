import { Injectable } from '@nestjs/common';
import { sql, type RawBuilder } from 'kysely';
import { Database } from '../../platform/database/database.js';
import { prepared } from '../../platform/database/prepared-statements.js';

/**
 * The SQL of memberships of groups: set operations whose cost depends on the change, never on the size of the group.
 */
@Injectable()
export class GroupMemberRepository {
  constructor(private readonly database: Database) {}

  /** @returns the users who were not members before */
  async add(organizationId: number, groupId: number, userIds: readonly number[]): Promise<number[]> {
    if (userIds.length === 0) return [];
    return this.userIds(
      prepared(sql`
        insert into group_members (organization_id, group_id, user_id)
        select ${organizationId}::integer, ${groupId}::integer, u.id from unnest(${[...userIds]}::integer[]) as u (id)
        on conflict do nothing returning user_id`),
    );
  }

  /** @returns the users who were members before */
  async remove(organizationId: number, groupId: number, userIds: readonly number[]): Promise<number[]> {
    if (userIds.length === 0) return [];
    const [first, ...others] = userIds;
    const isOneOfThem = others.length === 0 ? sql`user_id = ${first}` : sql`user_id = any(${[...userIds]}::integer[])`;
    return this.userIds(
      prepared(sql`
        delete from group_members where organization_id = ${organizationId} and group_id = ${groupId}
           and ${isOneOfThem} returning user_id`),
    );
  }

  /** Removes everybody but these. @returns the users who were removed */
  async removeAllBut(organizationId: number, groupId: number, userIds: readonly number[]): Promise<number[]> {
    return this.userIds(sql`
      delete from group_members m where m.organization_id = ${organizationId} and m.group_id = ${groupId}
         and not exists (select from unnest(${[...userIds]}::integer[]) as k (id) where k.id = m.user_id)
      returning m.user_id`);
  }

  /** Removes the members for whom a condition on `m` and their account `u` holds. @returns them */
  async removeMatching(organizationId: number, groupId: number, condition: RawBuilder<boolean>): Promise<number[]> {
    return this.userIds(sql`
      delete from group_members m using users u
       where m.organization_id = ${organizationId} and m.group_id = ${groupId}
         and u.organization_id = m.organization_id and u.id = m.user_id and ${condition}
      returning m.user_id`);
  }

  /** Ids of the groups of a user, sorted. */
  async groupsOf(organizationId: number, userId: number): Promise<number[]> {
    const rows = await this.database.rows<{ group_id: number }>(sql`
      select group_id from group_members where organization_id = ${organizationId} and user_id = ${userId}
       order by group_id`);
    return rows.map(({ group_id }) => group_id);
  }

  private async userIds(statement: RawBuilder<unknown>): Promise<number[]> {
    const rows = await this.database.rows(statement as RawBuilder<{ user_id: number }>);
    return rows.map(({ user_id }) => user_id);
  }
}
