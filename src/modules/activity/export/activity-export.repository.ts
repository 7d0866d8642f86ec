import { Injectable } from '@nestjs/common';
import { sql, type RawBuilder } from 'kysely';
import { Database } from '../../../platform/database/database.js';
import { changesOfEntry, ENTRIES, fits } from '../activity-log.conditions.js';
import type { ActivityLogFilter } from '../activity-log.dto.js';
import type { Cause } from '../../provisioning/index.js';
import { CAUSAL_ACTIONS } from '../causes.js';

/** A change of access with the entry that caused it, or an entry without changes. */
export interface ActivityLine {
  readonly id: number;
  /** The time, in UTC to the microsecond. */
  readonly moment: string;
  readonly who: string | null;
  readonly action: string;
  readonly channel: string;
  readonly request_id: string | null;
  /** Null for an entry without changes; then the fields after it are null as well. */
  readonly change_id: number | null;
  readonly user: string | null;
  readonly kind: string | null;
  readonly target: string | null;
  readonly from: string | null;
  readonly to: string | null;
  readonly reason: string | null;
  readonly causes: readonly Cause[] | null;
}

/**
 * The entry that the changes of `e`'s transaction are listed with: if it has several, the newest that may change
 * access, so that no change is listed twice.
 */
const CARRIER = sql`(select n.id from activity_entries n
  where n.organization_id = e.organization_id and n.occurred_at = e.occurred_at and n.request_id = e.request_id
  order by n.action = any(${[...CAUSAL_ACTIONS]}::text[]) desc, n.id desc limit 1)`;

function changes(filter: ActivityLogFilter, limit: number, after?: ActivityLine): RawBuilder<unknown> {
  const seen = after ? sql`case when e.id = ${after.id}::bigint then ${after.change_id}::bigint else 0 end` : sql`0`;
  return sql`select a.id as change_id, a.user_id, a.kind, a.target_id, a.previous, a.current, a.reason, a.causes
    ${changesOfEntry(filter)} and e.id = ${CARRIER} and a.id > ${seen}
    order by a.id limit ${limit}`;
}

/** The condition on what follows a line: the other changes of its entry, and older entries. */
function beyond(after: ActivityLine | undefined): RawBuilder<unknown> {
  return after
    ? sql`and (e.occurred_at, e.id) <= (${after.moment}::timestamptz, ${after.id}::bigint)
        and (e.id <> ${after.id}::bigint or c.change_id is not null)`
    : sql``;
}

/** The SQL that exports the activity log. */
@Injectable()
export class ActivityExportRepository {
  constructor(private readonly database: Database) {}

  /** The newest lines, or those after one. The cost depends on the number of lines only, not on where they are. */
  async lines(organizationId: number, filter: ActivityLogFilter, limit: number, after?: ActivityLine) {
    return this.database.rows<ActivityLine>(sql`
      with lines as (
        select e.organization_id, e.id, e.occurred_at, coalesce(u.email, u.user_name) as who, e.action, e.channel,
               e.request_id, c.*
          from ${ENTRIES} left join lateral (${changes(filter, limit, after)}) c on true
         where ${fits(organizationId, filter)} ${beyond(after)}
         order by e.occurred_at desc, e.id desc, c.change_id limit ${limit})
      select l.id::double precision as id, l.change_id::double precision as change_id, l.who, l.action, l.channel,
             l.request_id, coalesce(x.email, x.user_name) as "user", l.kind,
             to_char(l.occurred_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"') as moment,
             coalesce(w.title, p.title, l.target_id::text) as target, l.previous as "from", l.current as "to", l.reason, l.causes
        from lines l
        left join users x on x.organization_id = l.organization_id and x.id = l.user_id
        left join workspaces w on l.kind = 'workspace' and w.organization_id = l.organization_id and w.id = l.target_id
        left join projects p on l.kind = 'project' and p.organization_id = l.organization_id and p.id = l.target_id
       order by l.occurred_at desc, l.id desc, l.change_id`);
  }
}
