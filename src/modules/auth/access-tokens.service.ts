import { Injectable } from '@nestjs/common';
import { Transactions } from '../../platform/database/transactions.js';
import { NotFoundError } from '../../platform/errors.js';
import { ValidationFailedError } from '../../platform/http/errors/rest-error.js';
import { MOMENT_RULE, parseMoment } from '../../platform/http/moment.js';
import type { Actor } from '../../platform/http/request-context.js';
import type { AccessTokenDto, CreateAccessTokenDto, IssuedAccessTokenDto } from './access-token.dto.js';
import type { AccessToken } from './access-token.entity.js';
import { AccessTokenRepository } from './access-token.repository.js';
import { generateToken, hashToken, instant, prefixOf } from './access-token.js';

const YEAR_10000 = new Date('+010000-01-01T00:00:00Z');

function toDto({ id, name, prefix, createdAt, expiresAt, lastUsedAt }: AccessToken): AccessTokenDto {
  return {
    id,
    name,
    prefix,
    created_at: createdAt.toISOString(),
    expires_at: instant(expiresAt ?? null),
    last_used_at: instant(lastUsedAt ?? null),
  };
}

/**
 * When the token expires; null for never. The latest possible date is in the year 9999, because answers have dates of
 * RFC 3339.
 */
function expiryOf({ expires_at: text }: Pick<CreateAccessTokenDto, 'expires_at'>): Date | null {
  if (text === undefined || text === null) return null;
  const expiry = parseMoment(text)?.start;
  if (!expiry) throw new ValidationFailedError({ expires_at: [`expires_at ${MOMENT_RULE}`] });
  if (expiry.getTime() <= Date.now()) throw new ValidationFailedError({ expires_at: ['This moment has passed.'] });
  if (expiry >= YEAR_10000) throw new ValidationFailedError({ expires_at: ['This moment is after the year 9999.'] });
  return expiry;
}

/** The caller's own tokens: nobody can see or revoke somebody else's. */
@Injectable()
export class AccessTokensService {
  constructor(
    private readonly tokens: AccessTokenRepository,
    private readonly transactions: Transactions,
  ) {}

  async list(actor: Actor): Promise<AccessTokenDto[]> {
    return (await this.tokens.list(actor.organizationId, actor.userId)).map(toDto);
  }

  /**
   * Creates a token. Only the result has its secret.
   *
   * @throws ValidationFailedError when the token would have expired already, or only after the year 9999
   */
  async create(actor: Actor, input: CreateAccessTokenDto): Promise<IssuedAccessTokenDto> {
    const expiresAt = expiryOf(input);
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
