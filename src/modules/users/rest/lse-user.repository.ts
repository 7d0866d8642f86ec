import { Injectable } from '@nestjs/common';
import { sql } from 'kysely';
import { Database } from '../../../platform/database/database.js';
import type { ScimResource } from '../../../scim/index.js';
import type { UserTables } from '../user.entity.js';

/** The SQL of edits over REST, which do not link the account to SCIM (rule U2). */
@Injectable()
export class LseUserRepository {
  constructor(private readonly database: Database) {}

  /** Stores the SCIM attributes of an account that are not in columns, as a new version. */
  async updateAttributes(organizationId: number, id: number, attributes: ScimResource): Promise<void> {
    await this.database
      .tables<UserTables>()
      .updateTable('users')
      .set({
        attributes: sql<never>`${JSON.stringify(attributes)}::jsonb`,
        version: sql<never>`version + 1`,
        updated_at: sql<never>`now()`,
      })
      .where('organization_id', '=', organizationId)
      .where('id', '=', id)
      .execute();
  }
}
