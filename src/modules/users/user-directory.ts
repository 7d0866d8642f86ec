import { Injectable } from '@nestjs/common';
import { DomainEventBus } from '../../platform/events/domain-event-bus.js';
import { UserCreated } from '../../events/index.js';
import { isUuid } from '../../platform/identifiers.js';
import { foldName } from '../../text/index.js';
import { toLseUser } from './rest/lse-user.mapper.js';
import type { LseUserDto } from './rest/user.dto.js';
import { personName } from './person-name.js';
import { identityOf } from './user-identity.js';
import { UserIdentifierRepository } from './user-identifier.repository.js';
import { UserRepository } from './user.repository.js';

/** Internal ids of the users with these identifiers, and the identifiers that name nobody. */
export interface ResolvedUsers {
  readonly ids: readonly number[];
  readonly unknown: readonly string[];
}

/** The essentials of an account. */
export interface UserRef {
  readonly id: number;
  readonly scimId: string;
  readonly email: string | null;
}

/** What other modules may ask of users and do with them. */
@Injectable()
export class UserDirectory {
  constructor(
    private readonly identifiers: UserIdentifierRepository,
    private readonly users: UserRepository,
    private readonly events: DomainEventBus,
  ) {}

  /**
   * Looks up many users at once by SCIM id or, as LSE does, by email or userName. The rows are locked against deletion
   * until the transaction ends, so that nobody can join a group while being deleted.
   */
  async resolve(organizationId: number, identifiers: readonly string[]): Promise<ResolvedUsers> {
    if (identifiers.length === 0) return { ids: [], unknown: [] };
    const scimIds = identifiers.filter(isUuid);
    const names = identifiers.filter((identifier) => !isUuid(identifier));
    const byId = await this.identifiers.byScimId(organizationId, scimIds);
    const byName = names.length === 0 ? [] : await this.identifiers.byName(organizationId, names);
    const found = new Map([...byId, ...byName].map(({ wanted, id }) => [wanted, id]));
    const ids = new Set<number>();
    const unknown: string[] = [];
    for (const identifier of identifiers) {
      const id = found.get(isUuid(identifier) ? identifier.toLowerCase() : foldName(identifier));
      if (id === undefined) unknown.push(identifier);
      else ids.add(id);
    }
    return { ids: [...ids], unknown };
  }

  async find(organizationId: number, id: number): Promise<UserRef | undefined> {
    const row = await this.users.findById(organizationId, id);
    return row && { id: row.id, scimId: row.scim_id, email: row.email };
  }

  /** An account as LSE's clients read it. */
  async lseUser(organizationId: number, id: number): Promise<LseUserDto | undefined> {
    const row = await this.users.findById(organizationId, id);
    return row && toLseUser(row, organizationId);
  }

  /** Accounts as LSE's clients read them, in the order of the ids; unknown and deleted ones are left out. */
  async lseUsers(organizationId: number, ids: readonly number[]): Promise<LseUserDto[]> {
    const rows = await this.users.findAll(organizationId, ids);
    const byId = new Map(rows.map((row) => [row.id, toLseUser(row, organizationId)]));
    return ids.map((id) => byId.get(id)).filter((user) => user !== undefined);
  }

  /**
   * Creates an organization's Owner within the running transaction.
   * @param fullName in one text, with at least one word
   */
  async createOwner(organizationId: number, email: string, fullName: string): Promise<UserRef> {
    const name = personName(fullName);
    const record = {
      ...identityOf(email),
      externalId: null,
      displayName: name.formatted,
      active: true,
      attributes: { name, emails: [{ value: email, type: 'work', primary: true }] },
    };
    const { id, scim_id: scimId } = await this.users.insert(organizationId, record, {
      provisioned: false,
      isOwner: true,
    });
    await this.events.publish(new UserCreated(organizationId, id));
    return { id, scimId, email };
  }
}
