import { Injectable } from '@nestjs/common';
import { sql } from 'kysely';
import { Database } from '../../../platform/database/database.js';
import { retention } from '../../../platform/upkeep/retention.js';

/** The SQL of old changes of access. */
@Injectable()
export class AccessChangeRepository {
  constructor(private readonly database: Database) {}

  /**
   * Removes at most `limit` changes that are older than a number of days, in all organizations. Ids are assigned in the
   * order of time, so the oldest are at the beginning of the primary key.
   *
   * @returns how many were removed; fewer than `limit` when no more are left
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

/** Removes old changes of access after the same time as entries of the activity log; access itself stays. */
export const accessChangeRetention = retention({
  of: 'changes of access',
  repository: AccessChangeRepository,
  everyHours: 1,
  days: ({ ACTIVITY_RETENTION_DAYS: days }) => (days === 0 ? null : days),
  removeSome: (changes, days, limit) => changes.removeOlderThan(days, limit),
});
