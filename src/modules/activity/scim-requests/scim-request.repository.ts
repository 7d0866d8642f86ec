import { Injectable } from '@nestjs/common';
import { sql, type RawBuilder } from 'kysely';
import { Database } from '../../../platform/database/database.js';
import { instantInSql } from '../../../platform/database/instant.js';
import type { RowWindow } from '../../../platform/http/page.js';
import type { ScimRequestRecord } from './scim-request.record.js';

/** A stored line of the log. */
export type ScimRequestRow = Omit<ScimRequestRecord, 'received_at' | 'organization_id'> & {
  readonly id: number;
  readonly received_at: string | Date;
  /** `received_at` in UTC to the microsecond, for finding the lines after this one. */
  readonly moment: string;
};

/** Filters the requests; a missing filter restricts nothing. */
export interface ScimRequestFilter {
  /** Lowest and highest status. */
  readonly status?: readonly [from: number, to: number];
  readonly method?: string;
  readonly since?: Date;
  readonly until?: Date;
  /** Part of the path, the query, the body, the failure or an id, without regard to case. */
  readonly search?: string;
}

const COLUMNS = sql`received_at, request_id, actor_id, ip_address, user_agent, method, path, query, body, status,
  scim_type, detail, duration_ms, resource_type, resource_id`;

const LINE = sql`r.id::double precision as id, ${COLUMNS},
  to_char(r.received_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"') as moment`;

const TYPED = sql`organization_id integer, received_at timestamptz, request_id text, actor_id integer, ip_address text,
  user_agent text, method text, path text, query text, body jsonb, status integer, scim_type text, detail text,
  duration_ms integer, resource_type text, resource_id text`;

const SEARCHED = sql`lower(concat_ws(' ', r.path, r.query, r.resource_id, r.request_id, r.scim_type, r.detail,
  r.body::text))`;

function conditions({ status, method, since, until, search }: ScimRequestFilter): RawBuilder<unknown>[] {
  return [
    ...(status ? [sql`r.status between ${status[0]}::integer and ${status[1]}::integer`] : []),
    ...(method ? [sql`r.method = ${method}`] : []),
    ...(since ? [sql`r.received_at >= ${instantInSql(since)}`] : []),
    ...(until ? [sql`r.received_at < ${instantInSql(until)}`] : []),
    ...(search ? [sql`strpos(${SEARCHED}, lower(${search}::text)) > 0`] : []),
  ];
}

function matching(organizationId: number, filter: ScimRequestFilter): RawBuilder<unknown> {
  return sql`scim_requests r where ${sql.join(
    [sql`r.organization_id = ${organizationId}`, ...conditions(filter)],
    sql` and `,
  )}`;
}

/** The SQL of the log of SCIM requests. */
@Injectable()
export class ScimRequestRepository {
  constructor(private readonly database: Database) {}

  /** Stores any number of requests in one statement. */
  async insert(records: readonly ScimRequestRecord[]): Promise<void> {
    if (records.length === 0) return;
    await this.database.rows(sql`
      insert into scim_requests (organization_id, ${COLUMNS})
      select organization_id, ${COLUMNS} from jsonb_to_recordset(${JSON.stringify(records)}::jsonb) as r (${TYPED})`);
  }

  /** Newest first. */
  async page(organizationId: number, filter: ScimRequestFilter, window: RowWindow): Promise<ScimRequestRow[]> {
    return this.database.rows<ScimRequestRow>(sql`
      select ${LINE} from ${matching(organizationId, filter)}
       order by r.received_at desc, r.id desc limit ${window.limit} offset ${window.offset}`);
  }

  /** The newest lines, or those after one. The cost depends on the number of lines only, not on where they are. */
  async after(organizationId: number, filter: ScimRequestFilter, limit: number, line?: ScimRequestRow) {
    const older = line ? sql`and (r.received_at, r.id) < (${line.moment}::timestamptz, ${line.id}::bigint)` : sql``;
    return this.database.rows<ScimRequestRow>(sql`
      select ${LINE} from ${matching(organizationId, filter)} ${older}
       order by r.received_at desc, r.id desc limit ${limit}`);
  }

  async count(organizationId: number, filter: ScimRequestFilter): Promise<number> {
    const row = await this.database.row<{ total: number }>(
      sql`select count(*)::integer as total from ${matching(organizationId, filter)}`,
    );
    return row?.total ?? 0;
  }

  /**
   * Removes at most `limit` requests that are older than a number of days, in all organizations. Instances that do so
   * at the same time remove different rows.
   *
   * @returns how many were removed; fewer than `limit` when no more are left
   */
  async removeOlderThan(days: number, limit: number): Promise<number> {
    const rows = await this.database.rows(sql`
      with old as materialized (
        select r.organization_id, r.id from organizations o
          join scim_requests r on r.organization_id = o.id
           and r.received_at < now() - make_interval(days => ${days}::integer)
         limit ${limit} for update of r skip locked)
      delete from scim_requests r using old
       where r.organization_id = old.organization_id and r.id = old.id returning r.id`);
    return rows.length;
  }
}
