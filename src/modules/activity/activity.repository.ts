import { Injectable } from '@nestjs/common';
import { sql } from 'kysely';
import { Database } from '../../platform/database/database.js';
import { preparedMark } from '../../platform/database/prepared-statements.js';
import type { RequestContext } from '../../platform/http/request-context.js';
import type { ActivityTables } from './activity-entry.entity.js';

/** The SQL that writes the activity log. */
@Injectable()
export class ActivityRepository {
  constructor(private readonly database: Database) {}

  async insert(organizationId: number, context: RequestContext, action: string, details: object): Promise<void> {
    const path = context.url?.split('?')[0];
    await this.database
      .tables<ActivityTables>()
      .insertInto('activity_entries')
      .values({
        organization_id: organizationId,
        actor_id: context.actor?.userId ?? null,
        channel: context.channel,
        request_id: context.requestId,
        method: context.method ?? null,
        url: path ?? null,
        ip_address: context.ipAddress ?? null,
        action,
        details: sql<never>`${JSON.stringify(details)}::jsonb`,
      })
      .modifyEnd(preparedMark)
      .execute();
  }

  /**
   * Removes at most `limit` entries that are older than a number of days, in all organizations.
   *
   * @returns how many were removed; fewer than `limit` when no more are left
   */
  async removeOlderThan(days: number, limit: number): Promise<number> {
    const row = await this.database.row<{ removed: number }>(sql`
      with old as materialized (
        select e.organization_id, e.id from organizations o
          join activity_entries e on e.organization_id = o.id
           and e.occurred_at < now() - make_interval(days => ${days}::integer)
         limit ${limit}
      ), removed as (
        delete from activity_entries e using old
         where e.organization_id = old.organization_id and e.id = old.id returning e.id)
      select count(*)::integer as removed from removed`);
    return row?.removed ?? 0;
  }
}
