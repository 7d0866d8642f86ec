import { Injectable } from '@nestjs/common';
import { sql } from 'kysely';
import { Database } from '../../../../platform/database/database.js';

/** The result of a check. */
export interface Reconciliation {
  readonly startedAt: Date;
  readonly users_checked: number;
  readonly drift: number;
  readonly repaired: boolean;
}

/** An organization's figures for the metrics; those that it does not have are null. */
export interface OrganizationFigures {
  readonly id: number;
  readonly seat_limit: number | null;
  readonly seats_used: number;
  readonly seats_waiting: number;
  readonly drift: number | null;
  /** End of the last check, in seconds since 1970. */
  readonly finished_at: number | null;
}

/** How long a check is taken to be running after it began; if its process has died, it is begun again after that. */
const LONGEST_CHECK = '1 hour';

/** The SQL of checks of everybody's access: when each organization had its last, and what it found. */
@Injectable()
export class ReconciliationRepository {
  constructor(private readonly database: Database) {}

  async save(organizationId: number, result: Reconciliation): Promise<void> {
    await this.database.rows(sql`
      insert into reconciliations (organization_id, started_at, finished_at, users_checked, drift, repaired)
      values (${organizationId}::integer, ${result.startedAt.toISOString()}::timestamptz, clock_timestamp(),
              ${result.users_checked}::integer, ${result.drift}::integer, ${result.repaired}::boolean)
      on conflict (organization_id) do update
         set started_at = excluded.started_at, finished_at = excluded.finished_at,
             users_checked = excluded.users_checked, drift = excluded.drift, repaired = excluded.repaired`);
  }

  /**
   * Claims the organization whose last check is longest ago, if that is too long. Instances that ask at the same time
   * get different ones: they skip each other's locked rows, and of two that write the same row only the first gets it.
   *
   * @returns its id; undefined when none is due
   */
  async claim(everyHours: number): Promise<number | undefined> {
    const row = await this.database.row<{ id: number }>(sql`
      insert into reconciliations (organization_id, started_at)
      select due.id, now() from (
        select o.id from organizations o left join reconciliations r on r.organization_id = o.id
         where r.organization_id is null
            or (r.started_at < now() - ${LONGEST_CHECK}::interval
                and coalesce(r.finished_at, '-infinity') < now() - make_interval(hours => ${everyHours}::integer))
         order by r.finished_at nulls first, o.id limit 1
           for no key update of o skip locked) due
      on conflict (organization_id) do update set started_at = now()
       where reconciliations.started_at < now() - ${LONGEST_CHECK}::interval
      returning organization_id as id`);
    return row?.id;
  }

  /** All organizations, sorted by id. */
  async figures(): Promise<OrganizationFigures[]> {
    return this.database.rows<OrganizationFigures>(sql`
      select o.id, o.seat_limit, coalesce(s.used, 0) as seats_used, coalesce(s.waiting, 0) as seats_waiting, r.drift,
             extract(epoch from r.finished_at)::double precision as finished_at
        from organizations o
        left join seat_usage s on s.organization_id = o.id
        left join reconciliations r on r.organization_id = o.id
       order by o.id`);
  }
}
