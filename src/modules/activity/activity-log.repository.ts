import { Injectable } from '@nestjs/common';
import { sql } from 'kysely';
import { Database } from '../../platform/database/database.js';
import { ENTRIES, fits, GROUPS_OF_ENTRY, ofAffected } from './activity-log.conditions.js';
import {
  type ActivityLogFilter,
  type ActivityLogQuery,
  entriesOn,
  type LoggedAccessChangeDto,
} from './activity-log.dto.js';

/** An entry as stored, with what the same request changed of people's access. */
export interface ActivityLogRow {
  readonly id: number;
  readonly occurred_at: string | Date;
  readonly email: string | null;
  readonly channel: string;
  readonly request_id: string | null;
  readonly method: string | null;
  readonly url: string | null;
  readonly ip_address: string | null;
  readonly action: string;
  readonly details: Readonly<Record<string, unknown>>;
  /** Names of the groups that the entry is about, as they are called now. */
  readonly groups: readonly string[];
  readonly changes: readonly Omit<LoggedAccessChangeDto, 'through'>[];
  readonly change_count: number;
}

/** Changes that are shown of one entry; a group of thousands makes thousands. */
const SHOWN_CHANGES = 100;

/**
 * All SQL that reads the activity log. A request's changes of access are those of its id and its transaction: both were
 * written with the transaction's own time, and a client may send the same request id twice.
 */
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
             e.action, e.details,
             ${GROUPS_OF_ENTRY} as groups,
             coalesce(c.changes, '[]') as changes, coalesce(c.total, 0) as change_count
        from page e
        left join lateral (
          select count(*)::integer as total,
                 jsonb_agg(jsonb_build_object(
                     'user', jsonb_build_object('id', n.user_id, 'email', n.email), 'kind', n.kind,
                     'target', case when n.target_id is not null
                       then jsonb_build_object('id', n.target_id, 'title', n.title) end,
                     'from', n.previous, 'to', n.current, 'reason', n.reason) order by n.id)
                   filter (where n.place <= ${SHOWN_CHANGES}) as changes
            from (select a.*, x.email, coalesce(w.title, p.title) as title, row_number() over (order by a.id) as place
                    from access_changes a
                    join users x on x.organization_id = a.organization_id and x.id = a.user_id
                    left join workspaces w on a.kind = 'workspace' and w.organization_id = a.organization_id
                     and w.id = a.target_id
                    left join projects p on a.kind = 'project' and p.organization_id = a.organization_id
                     and p.id = a.target_id
                   where a.organization_id = e.organization_id and a.request_id = e.request_id
                     and a.created_at = e.occurred_at ${ofAffected(query)}) n
        ) c on true
       order by e.occurred_at desc, e.id desc`);
  }

  async count(organizationId: number, filter: ActivityLogFilter): Promise<number> {
    const row = await this.database.row<{ total: number }>(
      sql`select count(*)::integer as total from ${ENTRIES} where ${fits(organizationId, filter)}`,
    );
    return row?.total ?? 0;
  }
}
