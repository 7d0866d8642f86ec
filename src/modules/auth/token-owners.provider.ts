import { Injectable, type OnModuleInit } from '@nestjs/common';
import { TokenOwners } from '../../platform/http/token-owners.js';
import { AccessTokenRepository } from './access-token.repository.js';
import { hashToken } from './access-token.js';

/** Registers the look-up of a token's organization with `TokenOwners`, for valid and invalid tokens. */
@Injectable()
export class TokenOwnersProvider implements OnModuleInit {
  constructor(
    private readonly owners: TokenOwners,
    private readonly tokens: AccessTokenRepository,
  ) {}

  onModuleInit(): void {
    this.owners.register((tokens) => this.find(tokens));
  }

  private async find(tokens: readonly string[]): Promise<ReadonlyMap<string, number>> {
    const byHash = new Map(tokens.map((token) => [hashToken(token).toString('hex'), token]));
    const rows = await this.tokens.organizationsOf([...byHash.keys()]);
    return new Map(rows.map(({ hash, organizationId }) => [byHash.get(hash) ?? '', organizationId]));
  }
}
