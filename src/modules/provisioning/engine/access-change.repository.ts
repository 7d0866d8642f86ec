import { Injectable } from '@nestjs/common';
import { sql } from 'kysely';
import { Database } from '../../../platform/database/database.js';
import { retention } from '../../../platform/jobs/retention.js';

/** SQL of old changes of access. */
@Injectable()
export class AccessChangeRepository {
  constructor(private readonly database: Database) {}

  /**
   * Removes some of what is older than a number of days, in all organizations. Ids are given in the order of time, so
   * the oldest are found at the beginning of the primary key.
   * @returns how many are gone; fewer than `limit` when there are no more
   */
  async removeOlderThan(days: number, limit: number): Promise<number> {
    const row = await this.database.row<{ removed: number }>(sql`
      with old as materialized (
        select c.organization_id, c.id from organizations o
         cross join lateral (
           select organization_id, id, created_at from access_changes
            where organization_id = o.id order by organization_id, id limit ${limit}) c
         where c.created_at < now() - make_interval(days => ${days}::integer) limit ${limit}
      ), removed as (
        delete from access_changes c using old
         where c.organization_id = old.organization_id and c.id = old.id returning c.id)
      select count(*)::integer as removed from removed`);
    return row?.removed ?? 0;
  }
}

/** Changes of access are forgotten when their time is over, as entries of the activity log are; access itself stays. */
export const accessChangeRetention = retention({
  of: 'changes of access',
  repository: AccessChangeRepository,
  everyHours: 1,
  days: ({ ACTIVITY_RETENTION_DAYS: days }) => (days === 0 ? null : days),
  removeSome: (changes, days, limit) => changes.removeOlderThan(days, limit),
});
