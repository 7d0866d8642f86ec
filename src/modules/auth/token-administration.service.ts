import { Injectable } from '@nestjs/common';
import { Transactions } from '../../platform/database/transactions.js';
import { NotFoundError } from '../../platform/errors.js';
import type { Actor } from '../../platform/http/request-context.js';
import type { IssuedAccessTokenDto } from './access-token.dto.js';
import { AccessTokensService } from './access-tokens.service.js';
import { instant } from './access-token.js';
import { type AdministeredTokenRow, TokenAdministrationRepository } from './token-administration.repository.js';

/** Tokens for operators of the server: those of every person, in every organization. */
@Injectable()
export class TokenAdministrationService {
  constructor(
    private readonly people: TokenAdministrationRepository,
    private readonly tokens: AccessTokensService,
    private readonly transactions: Transactions,
  ) {}

  /** @throws NotFoundError when the organization does not exist */
  async ownerOf(organizationId: number): Promise<Actor> {
    const owner = await this.people.findOwner(organizationId);
    if (!owner) throw new NotFoundError(`There is no organization ${organizationId}`);
    return owner;
  }

  /**
   * @throws NotFoundError when the organization has nobody with this address
   * @throws ValidationFailedError when the token would have expired already
   */
  async create(
    organizationId: number,
    email: string,
    token: { readonly name: string; readonly expires_at?: string },
  ): Promise<IssuedAccessTokenDto> {
    const { organizationId: own } = await this.ownerOf(organizationId);
    const person = await this.people.findPerson(own, email);
    if (!person) throw new NotFoundError(`Organization ${own} has nobody with the address ${email}`);
    return this.tokens.create(person, token);
  }

  /** Tokens that are not revoked, of one organization or of all. */
  async list(organizationId?: number): Promise<AdministeredTokenRow[]> {
    if (organizationId !== undefined) await this.ownerOf(organizationId);
    const rows = await this.people.list(organizationId);
    return rows.map((row) => ({
      ...row,
      expires_at: instant(row.expires_at),
      last_used_at: instant(row.last_used_at),
    }));
  }

  /** @throws NotFoundError when the token does not exist or is already revoked */
  async revoke(id: number): Promise<void> {
    const revoked = await this.transactions.plain(() => this.people.revoke(id));
    if (!revoked) throw new NotFoundError(`There is no token ${id} that is not revoked`);
  }
}
