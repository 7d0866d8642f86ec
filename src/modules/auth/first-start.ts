import { Injectable } from '@nestjs/common';
import { sql } from 'kysely';
import { Database } from '../../platform/database/database.js';
import { Transactions } from '../../platform/database/transactions.js';
import { Environment } from '../../platform/environment.js';
import { OrganizationDirectory } from '../organizations/index.js';
import { OrganizationFoundingService } from './organization-founding.service.js';

/** What the first start has created. `token` is absent if the settings preset it. */
export interface FirstStart {
  readonly organization: { readonly id: number; readonly title: string };
  readonly ownerEmail: string;
  readonly token?: string;
}

/** Advisory lock on which instances queue up that start at the same time on an empty database. */
const FIRST_START_LOCK = 0x5243_4653;

/** Makes an empty database usable: an organization, its Owner, and the Owner's first token. */
@Injectable()
export class FirstStartService {
  constructor(
    private readonly environment: Environment,
    private readonly database: Database,
    private readonly transactions: Transactions,
    private readonly organizations: OrganizationDirectory,
    private readonly founding: OrganizationFoundingService,
  ) {}

  /** @returns undefined if there is an organization already */
  async run(): Promise<FirstStart | undefined> {
    const { ORGANIZATION_TITLE, OWNER_EMAIL, OWNER_NAME, OWNER_TOKEN } = this.environment;
    return this.transactions.plain(async () => {
      await this.database.rows(sql`select pg_advisory_xact_lock(${FIRST_START_LOCK})`);
      if (await this.organizations.exists()) return undefined;
      const owner = { email: OWNER_EMAIL, name: OWNER_NAME };
      const { organization, token } = await this.founding.found(ORGANIZATION_TITLE, owner, OWNER_TOKEN);
      return { organization, ownerEmail: OWNER_EMAIL, ...(OWNER_TOKEN === undefined ? { token } : {}) };
    });
  }
}
