import { Injectable } from '@nestjs/common';
import { sql, type RawBuilder } from 'kysely';
import { Database } from '../../platform/database/database.js';

/** How many visible accounts an organization has, as a subquery. It sees what the statement around it sees. */
export function totalOf(organizationId: number): RawBuilder<number> {
  return sql<number>`(select coalesce(sum(t.change), 0) from user_totals t where t.organization_id = ${organizationId})`;
}

/** The SQL that keeps the totals of accounts short. Triggers write them. */
@Injectable()
export class UserTotalRepository {
  constructor(private readonly database: Database) {}

  /**
   * Adds up the changes of each organization, in one row. Instances may do so at the same time: what one has removed,
   * the other does not add.
   */
  async addUp(): Promise<void> {
    await this.database.rows(sql`
      with removed as (
        delete from user_totals t
         where exists (select from user_totals o where o.organization_id = t.organization_id and o.id <> t.id)
        returning organization_id, change)
      insert into user_totals (organization_id, change)
      select organization_id, sum(change) from removed group by organization_id`);
  }
}
