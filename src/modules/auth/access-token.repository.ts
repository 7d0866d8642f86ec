import { raw } from '@mikro-orm/core';
import { InjectRepository } from '@mikro-orm/nestjs';
import { EntityRepository } from '@mikro-orm/sql';
import { Injectable } from '@nestjs/common';
import { sql } from 'kysely';
import { Database } from '../../platform/database/database.js';
import { prepared } from '../../platform/database/prepared-statements.js';
import type { Actor } from '../../platform/http/request-context.js';
import { type AccessToken, AccessTokenEntity } from './access-token.entity.js';

/** The user behind a valid token, and whether the stored time of its last use is old enough to renew. */
export interface TokenBearer extends Actor {
  readonly tokenId: number;
  readonly isStale: boolean;
}

/** Stores tokens, and finds the users behind them. */
@Injectable()
export class AccessTokenRepository {
  constructor(
    @InjectRepository(AccessTokenEntity) private readonly tokens: EntityRepository<AccessToken>,
    private readonly database: Database,
  ) {}

  async insert(
    organizationId: number,
    userId: number,
    { hash, ...token }: { name: string; hash: Buffer; prefix: string; expiresAt: Date | null },
  ): Promise<AccessToken> {
    const created = this.tokens.create({ organizationId, userId, tokenHash: hash, ...token });
    await this.tokens.getEntityManager().persist(created).flush();
    return created;
  }

  /** A user's tokens that are not revoked, newest first. */
  async list(organizationId: number, userId: number): Promise<AccessToken[]> {
    return this.tokens.find({ organizationId, userId, revokedAt: null }, { orderBy: { id: 'desc' } });
  }

  /** @returns whether the user had such a token */
  async revoke(organizationId: number, userId: number, id: number): Promise<boolean> {
    const mine = { organizationId, userId, id, revokedAt: null };
    return (await this.tokens.nativeUpdate(mine, { revokedAt: raw('now()') })) > 0;
  }

  /**
   * Finds the user behind a token; nobody if it is revoked or expired, or its user is deactivated (rule U5). It looks up
   * one row after the other by its key, because every request starts with this: without statistics PostgreSQL expects an
   * organization to have one user, and would start a join with all of them.
   */
  async findBearer(hash: Buffer): Promise<TokenBearer | undefined> {
    return this.database.row(
      prepared(sql<TokenBearer>`
      with token as materialized (
        select id, organization_id, user_id, revoked_at, expires_at, last_used_at from access_tokens
         where token_hash = ${hash})
      select t.id as "tokenId", t.organization_id as "organizationId", t.user_id as "userId", u.scim_id as "scimId",
             u.email, a.role,
             t.last_used_at is null or t.last_used_at < now() - interval '1 minute' as "isStale"
        from token t
        cross join lateral (
          select scim_id, email, visible from users
           where organization_id = t.organization_id and id = t.user_id limit 1) as u
        cross join lateral (
          select role from role_assignments
           where organization_id = t.organization_id and user_id = t.user_id limit 1) as a
       where t.revoked_at is null and (t.expires_at is null or t.expires_at > now()) and u.visible and a.role <> 'DI'`),
    );
  }

  /**
   * Finds the organizations of tokens, including revoked and expired tokens.
   *
   * @param hashes digests in hexadecimal
   */
  async organizationsOf(hashes: readonly string[]): Promise<{ hash: string; organizationId: number }[]> {
    return this.database.rows(sql`
      select encode(t.token_hash, 'hex') as hash, t.organization_id as "organizationId"
        from unnest(${[...hashes]}::text[]) as wanted (hash)
        join access_tokens t on t.token_hash = decode(wanted.hash, 'hex')`);
  }

  async touch(organizationId: number, id: number): Promise<void> {
    await this.tokens.nativeUpdate({ organizationId, id }, { lastUsedAt: raw('now()') });
  }

  /**
   * Removes at most `limit` tokens that expired or were revoked a number of days ago, in all organizations.
   *
   * @returns how many were removed; fewer than `limit` when no more are left
   */
  async removeEndedBefore(days: number, limit: number): Promise<number> {
    const row = await this.database.row<{ removed: number }>(sql`
      with old as materialized (
        select organization_id, id from access_tokens
         where least(expires_at, revoked_at) < now() - make_interval(days => ${days}::integer) limit ${limit}
      ), removed as (
        delete from access_tokens t using old
         where t.organization_id = old.organization_id and t.id = old.id returning t.id)
      select count(*)::integer as removed from removed`);
    return row?.removed ?? 0;
  }
}
