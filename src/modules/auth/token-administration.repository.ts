import { Injectable } from '@nestjs/common';
import { sql } from 'kysely';
import { Database } from '../../platform/database/database.js';
import type { Stored } from '../../platform/database/stored.js';
import type { Actor } from '../../platform/http/request-context.js';
import { foldName } from '../../text/index.js';
import type { AccessTokenTables } from './access-token.entity.js';

/** A token as an operator of the server sees it. */
export interface AdministeredTokenRow extends Pick<
  Stored<AccessTokenTables['access_tokens']>,
  'id' | 'name' | 'prefix' | 'expires_at' | 'last_used_at'
> {
  readonly organization: number;
  readonly email: string | null;
}

const PERSON = sql`u.organization_id as "organizationId", u.id as "userId", u.scim_id as "scimId", u.email, a.role
  from users u join role_assignments a on a.organization_id = u.organization_id and a.user_id = u.id`;

/** The SQL for operators of the server, who see every organization; nothing over HTTP uses it. */
@Injectable()
export class TokenAdministrationRepository {
  constructor(private readonly database: Database) {}

  async findOwner(organizationId: number): Promise<Actor | undefined> {
    return this.database.row<Actor>(sql`select ${PERSON} where u.organization_id = ${organizationId} and u.is_owner`);
  }

  async findPerson(organizationId: number, email: string): Promise<Actor | undefined> {
    return this.database.row<Actor>(sql`
      select ${PERSON} where u.organization_id = ${organizationId} and u.visible
         and u.email_key = ${foldName(email)}`);
  }

  /** Tokens that are not revoked, oldest first; of one organization or of all. */
  async list(organizationId?: number): Promise<AdministeredTokenRow[]> {
    const restriction = organizationId === undefined ? sql`` : sql`and t.organization_id = ${organizationId}`;
    return this.database.rows<AdministeredTokenRow>(sql`
      select t.id, t.organization_id as organization, u.email, t.name, t.prefix, t.expires_at, t.last_used_at
        from access_tokens t
        join users u on u.organization_id = t.organization_id and u.id = t.user_id
       where t.revoked_at is null ${restriction} order by t.id`);
  }

  /** @returns whether the token existed, in any organization, and was not revoked yet */
  async revoke(id: number): Promise<boolean> {
    const rows = await this.database.rows(
      sql`update access_tokens set revoked_at = now() where id = ${id} and revoked_at is null returning id`,
    );
    return rows.length > 0;
  }
}
