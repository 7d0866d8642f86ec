import { Injectable } from '@nestjs/common';
import { Transactions } from '../../platform/database/transactions.js';
import { ValidationFailedError } from '../../platform/http/errors/rest-error.js';
import type { Actor } from '../../platform/http/request-context.js';
import { NotFoundError } from '../../scim/index.js';
import type { AccessTokenDto, CreateAccessTokenDto, IssuedAccessTokenDto } from './access-token.dto.js';
import { AccessTokenRepository, type AccessTokenRow } from './access-token.repository.js';
import { generateToken, hashToken, instant, prefixOf } from './access-token.js';

function toDto(row: AccessTokenRow): AccessTokenDto {
  return {
    id: row.id,
    name: row.name,
    prefix: row.prefix,
    created_at: new Date(row.created_at).toISOString(),
    expires_at: instant(row.expires_at),
    last_used_at: instant(row.last_used_at),
  };
}

/** Tokens are the person's own: nobody sees or revokes somebody else's. */
@Injectable()
export class AccessTokensService {
  constructor(
    private readonly tokens: AccessTokenRepository,
    private readonly transactions: Transactions,
  ) {}

  async list(actor: Actor): Promise<AccessTokenDto[]> {
    return (await this.tokens.list(actor.organizationId, actor.userId)).map(toDto);
  }

  /** The secret is in the result and nowhere else. */
  async create(actor: Actor, input: CreateAccessTokenDto): Promise<IssuedAccessTokenDto> {
    const expiresAt = input.expires_at ? new Date(input.expires_at) : null;
    if (expiresAt && expiresAt.getTime() <= Date.now()) {
      throw new ValidationFailedError({ expires_at: ['This moment has passed.'] });
    }
    return this.transactions.plain(() => this.issue(actor.organizationId, actor.userId, input.name, expiresAt));
  }

  async revoke(actor: Actor, id: number): Promise<void> {
    const revoked = await this.transactions.plain(() => this.tokens.revoke(actor.organizationId, actor.userId, id));
    if (!revoked) throw new NotFoundError(`You have no token ${id}`);
  }

  /** Stores a token within the running transaction: the given one, or a new one. */
  async issue(
    organizationId: number,
    userId: number,
    name: string,
    expiresAt: Date | null = null,
    token = generateToken(),
  ): Promise<IssuedAccessTokenDto> {
    const row = await this.tokens.insert(organizationId, userId, {
      name,
      hash: hashToken(token),
      prefix: prefixOf(token),
      expiresAt,
    });
    return { ...toDto(row), token };
  }
}
