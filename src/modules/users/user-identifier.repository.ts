import { Injectable } from '@nestjs/common';
import { sql } from 'kysely';
import { belongsTo } from '../../platform/database/belongs-to.js';
import { Database } from '../../platform/database/database.js';
import { prepared } from '../../platform/database/prepared-statements.js';
import { foldName } from '../../text/index.js';

/** An identifier, in the form in which it was compared, and the internal id of its user. */
export interface IdentifiedUser {
  readonly wanted: string;
  readonly id: number;
}

/**
 * Finds many users at once by their external identifiers. The rows are locked against deletion (`for key share` waits
 * for a running deletion, and then does not see the user), but not against other readers.
 */
@Injectable()
export class UserIdentifierRepository {
  constructor(private readonly database: Database) {}

  /** @param scimIds UUIDs only; `wanted` of the result is in lower case */
  async byScimId(organizationId: number, scimIds: readonly string[]): Promise<IdentifiedUser[]> {
    return this.database.rows(
      prepared(sql<IdentifiedUser>`
        select locked.wanted, locked.id
          from (select found.id from unnest(${[...scimIds]}::uuid[]) as w (scim_id)
                 cross join lateral (
                   select u.id from users u
                    where u.scim_id = w.scim_id and ${belongsTo(organizationId, sql`u`)} limit 1) as found
                 order by found.id) as named
         cross join lateral (
           select u.scim_id::text as wanted, u.id from users u
            where u.organization_id = ${organizationId} and u.id = named.id and u.visible
            limit 1 for key share) as locked`),
    );
  }

  /** By email or userName; `wanted` of the result is folded. If they match different users, the email decides. */
  async byName(organizationId: number, names: readonly string[]): Promise<IdentifiedUser[]> {
    return this.database.rows<IdentifiedUser>(sql`
      select w.key as wanted, u.id
        from unnest(${[...new Set(names.map(foldName))]}::text[]) as w (key)
        join users u on ${belongsTo(organizationId, sql`u`)} and u.visible
         and (u.email_key = w.key or u.user_name_key = w.key)
       order by u.email_key = w.key nulls first, u.id for key share of u`);
  }
}
