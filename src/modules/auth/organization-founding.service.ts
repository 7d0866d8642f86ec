import { Injectable } from '@nestjs/common';
import { Transactions } from '../../platform/database/transactions.js';
import { OrganizationDirectory } from '../organizations/index.js';
import { UserDirectory } from '../users/index.js';
import { AccessTokensService } from './access-tokens.service.js';

/** The Owner of a new organization. */
export interface NewOwner {
  readonly email: string;
  /** As one text, with at least one word. */
  readonly name: string;
}

/** A new organization, with everything that is needed to begin. */
export interface FoundedOrganization {
  readonly organization: { readonly id: number; readonly title: string };
  readonly owner: { readonly id: number; readonly email: string };
  readonly token: string;
}

/** Makes organizations with an Owner who has a token, so that somebody can do the rest. */
@Injectable()
export class OrganizationFoundingService {
  constructor(
    private readonly organizations: OrganizationDirectory,
    private readonly users: UserDirectory,
    private readonly tokens: AccessTokensService,
    private readonly transactions: Transactions,
  ) {}

  /** @param presetToken replaces the generated one */
  async found(title: string, { email, name }: NewOwner, presetToken?: string): Promise<FoundedOrganization> {
    return this.transactions.plain(async () => {
      const { id } = await this.organizations.create(title);
      const owner = await this.users.createOwner(id, email, name);
      const { token } = await this.tokens.issue(id, owner.id, 'First token', null, presetToken);
      return { organization: { id, title }, owner: { id: owner.id, email }, token };
    });
  }
}
