import { Injectable } from '@nestjs/common';
import { sql, type RawBuilder } from 'kysely';
import { Database } from '../../../../platform/database/database.js';

interface Total {
  readonly total: number;
}

/**
 * The CTE `net` with everything that the running transaction has changed so far, from first to last: a row for each
 * role, workspace and project of a user. `created_at` is the start of the transaction, so that other transactions of
 * the same request (the operations of a bulk) do not count.
 */
function netChanges(organizationId: number, requestId: string): RawBuilder<unknown> {
  return sql`net as materialized (
    select user_id, kind, target_id, (array_agg(previous order by id))[1] as previous,
           (array_agg(current order by id desc))[1] as current
      from access_changes
     where organization_id = ${organizationId} and request_id = ${requestId} and created_at = now()
     group by user_id, kind, target_id
  )`;
}

/**
 * The SQL that counts what a change took away. It reads the log, so that it counts what really happened. `net` is never
 * joined with itself: PostgreSQL does not know its size, and would compare 100,000 rows with as many.
 */
@Injectable()
export class BrakeRepository {
  constructor(private readonly database: Database) {}

  /**
   * Users who had a working role when the transaction began, and have since lost it, or access to a workspace or
   * project. The Owner and Administrators reach everything, whatever memberships they lose.
   */
  async countAffected(organizationId: number, requestId: string): Promise<number> {
    return this.total(sql<Total>`
      with ${netChanges(organizationId, requestId)},
      losses as (
        select user_id, max(previous) filter (where kind = 'role') as role_before,
               bool_or(kind = 'role' and not is_working_role(current)) as lost_role,
               bool_or(kind <> 'role' and previous is not null and current is null) as lost_membership
          from net group by user_id
      )
      select count(*)::integer as total
        from losses l
        join role_assignments a on a.organization_id = ${organizationId} and a.user_id = l.user_id
       where is_working_role(coalesce(l.role_before, a.role))
         and (l.lost_role or (l.lost_membership and a.role not in ('OW', 'AD')))`);
  }

  /** Users who had a working role when the transaction began. */
  async countWorking(organizationId: number, requestId: string): Promise<number> {
    return this.total(sql<Total>`
      with ${netChanges(organizationId, requestId)}
      select ((select count(*) from role_assignments a
                where a.organization_id = ${organizationId} and is_working_role(a.role))
             + count(*) filter (where is_working_role(previous) and not is_working_role(current))
             - count(*) filter (where is_working_role(previous) is not true and is_working_role(current)))::integer as total
        from net where kind = 'role'`);
  }

  private async total(statement: RawBuilder<Total>): Promise<number> {
    return (await this.database.row(statement))?.total ?? 0;
  }
}
