import { Injectable } from '@nestjs/common';
import { sql } from 'kysely';
import { Database } from '../../../platform/database/database.js';
import type { ConnectionStatusDto, RequestsOfDayDto, ServedRequestDto } from './connection-status.dto.js';

/** A stored request, without what the status of the connection leaves out. */
export type ServedRequestRow = Omit<ServedRequestDto, 'received_at'> & { readonly received_at: string | Date };

/** Whether groups have been pushed and mapped. */
export type GroupProgress = Pick<ConnectionStatusDto, 'group_pushed' | 'group_mapped'>;

/** The SQL of the connection's status; each statement on the log of SCIM requests reads one index. */
@Injectable()
export class ConnectionStatusRepository {
  constructor(private readonly database: Database) {}

  async firstReceivedAt(organizationId: number): Promise<string | Date | undefined> {
    const row = await this.database.row<{ received_at: string | Date }>(sql`
      select received_at from scim_requests where organization_id = ${organizationId}
       order by received_at, id limit 1`);
    return row?.received_at;
  }

  /** The newest request, or the newest that was refused or failed. */
  async last(organizationId: number, { failed }: { readonly failed: boolean }): Promise<ServedRequestRow | undefined> {
    return this.database.row<ServedRequestRow>(sql`
      select id::double precision as id, received_at, method, path, status, scim_type, detail, duration_ms, user_agent,
             resource_type, resource_id
        from scim_requests where organization_id = ${organizationId} ${failed ? sql`and status >= 400` : sql``}
       order by received_at desc, id desc limit 1`);
  }

  async groups(organizationId: number): Promise<GroupProgress> {
    const row = await this.database.row<GroupProgress>(sql`
      select exists (select from groups where organization_id = o.id and not placeholder) as group_pushed,
             exists (select from mapped_groups where organization_id = o.id) as group_mapped
        from (select ${organizationId}::integer as id) o`);
    return { group_pushed: row?.group_pushed ?? false, group_mapped: row?.group_mapped ?? false };
  }

  /** Counts for each of the last days in UTC, up to today, the oldest first. */
  async days(organizationId: number, days: number): Promise<RequestsOfDayDto[]> {
    return this.database.rows<RequestsOfDayDto>(sql`
      select to_char(d.day, 'YYYY-MM-DD') as date, c.requests, c.errors, c.errors_server
        from generate_series(0, ${days}::integer - 1) as n (ago)
       cross join lateral (select (now() at time zone 'UTC')::date - n.ago as day) d
       cross join lateral (
         select count(*)::integer as requests,
                (count(*) filter (where r.status >= 400))::integer as errors,
                (count(*) filter (where r.status >= 500))::integer as errors_server
           from scim_requests r
          where r.organization_id = ${organizationId}
            and r.received_at >= d.day::timestamp at time zone 'UTC'
            and r.received_at < (d.day + 1)::timestamp at time zone 'UTC') c
       order by d.day`);
  }
}
