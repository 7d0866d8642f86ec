import { Injectable } from '@nestjs/common';
import { sql } from 'kysely';
import { Database } from '../../platform/database/database.js';
import type { RequestContext } from '../../platform/http/request-context.js';
import type { ActivityTables } from './activity-entry.entity.js';

/** All SQL of the activity log. */
@Injectable()
export class ActivityRepository {
  constructor(private readonly database: Database) {}

  async insert(organizationId: number, context: RequestContext, action: string, details: object): Promise<void> {
    const path = context.url?.split('?')[0];
    await this.database
      .tables<ActivityTables>()
      .insertInto('activity_entries')
      .values({
        organization_id: organizationId,
        actor_id: context.actor?.userId ?? null,
        channel: context.channel,
        request_id: context.requestId,
        method: context.method ?? null,
        url: path ?? null,
        ip_address: context.ipAddress ?? null,
        action,
        details: sql<never>`${JSON.stringify(details)}::jsonb`,
      })
      .execute();
  }
}
