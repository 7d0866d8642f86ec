import { Injectable } from '@nestjs/common';
import { sql } from 'kysely';
import { Database } from '../../platform/database/database.js';
import type { Stored } from '../../platform/database/stored.js';
import type { RowWindow } from '../../platform/http/page.js';
import type { ActivityTables } from './activity-entry.entity.js';
import { ENTRIES, fits } from './activity-log.conditions.js';
import { type ActivityLogFilter, type ActivityLogQuery, entriesOn } from './activity-log.dto.js';
import { changesAsList, type LoggedAccessChange, numberOfChanges } from './logged-access-changes.repository.js';

/** A stored entry, with the changes of access that the same request made. */
export interface ActivityLogRow extends Pick<
  Stored<ActivityTables['activity_entries']>,
  'occurred_at' | 'channel' | 'request_id' | 'method' | 'url' | 'ip_address' | 'action' | 'details'
> {
  readonly id: number;
  readonly email: string | null;
  readonly changes: readonly LoggedAccessChange[];
  readonly change_count: number;
}

/** How many changes an entry shows; a group of thousands makes thousands. */
const SHOWN: RowWindow = { limit: 100, offset: 0 };

/** All SQL that reads the activity log. */
@Injectable()
export class ActivityLogRepository {
  constructor(private readonly database: Database) {}

  /** Newest first. */
  async page(organizationId: number, query: ActivityLogQuery): Promise<ActivityLogRow[]> {
    const { limit, offset } = entriesOn(query);
    return this.database.rows<ActivityLogRow>(sql`
      with page as (
        select e.*, u.email from ${ENTRIES} where ${fits(organizationId, query)}
         order by e.occurred_at desc, e.id desc limit ${limit} offset ${offset}
      )
      select e.id::double precision as id, e.occurred_at, e.email, e.channel, e.request_id, e.method, e.url, e.ip_address,
             e.action, e.details, ${changesAsList(query, SHOWN)} as changes, ${numberOfChanges(query)} as change_count
        from page e
       order by e.occurred_at desc, e.id desc`);
  }

  async count(organizationId: number, filter: ActivityLogFilter): Promise<number> {
    const row = await this.database.row<{ total: number }>(
      sql`select count(*)::integer as total from ${ENTRIES} where ${fits(organizationId, filter)}`,
    );
    return row?.total ?? 0;
  }
}
