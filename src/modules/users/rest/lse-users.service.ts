import { Injectable } from '@nestjs/common';
import { UserChanged, UserCreated } from '../../../events/index.js';
import { Transactions } from '../../../platform/database/transactions.js';
import { NotFoundError, UniquenessError } from '../../../platform/errors.js';
import { DomainEventBus } from '../../../platform/events/domain-event-bus.js';
import { ValidationFailedError } from '../../../platform/http/errors/rest-error.js';
import type { Actor } from '../../../platform/http/request-context.js';
import { foldName } from '../../../text/index.js';
import { isDeepStrictEqual } from 'node:util';
import { changedAttributes } from './lse-user-changes.js';
import { recordOfNewLseUser, toLseUser } from './lse-user.mapper.js';
import { LseUserRepository } from './lse-user.repository.js';
import type { CreateUserDto, LseUserDto, UpdateUserDto, WhoAmIDto } from './user.dto.js';
import type { UserRow } from '../user.row.js';
import { UserRepository } from '../user.repository.js';

/** Users as the platform's own services see them. */
@Injectable()
export class LseUsersService {
  constructor(
    private readonly users: UserRepository,
    private readonly edits: LseUserRepository,
    private readonly transactions: Transactions,
    private readonly events: DomainEventBus,
  ) {}

  async list(actor: Actor, email?: string): Promise<LseUserDto[]> {
    const rows = await this.users.list(actor.organizationId, email);
    return rows.map((row) => toLseUser(row, actor.organizationId));
  }

  async get(actor: Actor, id: number): Promise<LseUserDto> {
    const row = await this.users.findById(actor.organizationId, id);
    if (!row) throw new NotFoundError(`There is no user ${id}`);
    return toLseUser(row, actor.organizationId);
  }

  /** The caller. The account is active, or the guard would not have let the request in. */
  async whoAmI(actor: Actor): Promise<WhoAmIDto> {
    const { organizationId: organization_id, role, userId } = actor;
    return { ...(await this.get(actor, userId)), org_membership: [{ organization_id, role, active: true }] };
  }

  /**
   * Changes a user's data. A change without effect leaves the SCIM resource's version alone.
   *
   * @throws ValidationFailedError for another email or username
   */
  async update(actor: Actor, id: number, changes: UpdateUserDto): Promise<LseUserDto> {
    const { organizationId } = actor;
    await this.transactions.shared(organizationId, async () => {
      const row = await this.lock(organizationId, id);
      assertSameIdentity(row, changes);
      const attributes = changedAttributes(row.attributes, changes);
      if (isDeepStrictEqual(attributes, row.attributes)) return;
      await this.edits.updateAttributes(organizationId, id, attributes);
      await this.events.publish(new UserChanged(organizationId, id));
    });
    return this.get(actor, id);
  }

  async create(actor: Actor, input: CreateUserDto): Promise<LseUserDto> {
    const { organizationId } = actor;
    const record = recordOfNewLseUser(input);
    const { id } = await this.transactions.shared(organizationId, async () => {
      const user = await this.users
        .insert(organizationId, record, { provisioned: false, isOwner: false })
        .catch(asFieldError);
      await this.events.publish(new UserCreated(organizationId, user.id));
      return user;
    });
    return this.get(actor, id);
  }

  private async lock(organizationId: number, id: number): Promise<UserRow> {
    const seen = await this.users.findById(organizationId, id);
    const row = seen && (await this.users.find(organizationId, seen.scim_id, undefined, true));
    if (!row) throw new NotFoundError(`There is no user ${id}`);
    return row;
  }
}

function assertSameIdentity(row: UserRow, { email, username }: UpdateUserDto): void {
  const fixed = 'This is how the account is known; only the identity provider can change it.';
  const faults = {
    ...(isSameName(email, row.email) ? {} : { email: [fixed] }),
    ...(isSameName(username, row.user_name) ? {} : { username: [fixed] }),
  };
  if (Object.keys(faults).length > 0) throw new ValidationFailedError(faults);
}

/** Whether the name that was sent, if any, is the present one. */
function isSameName(sent: string | undefined, name: string | null): boolean {
  return sent === undefined || (name !== null && foldName(sent) === foldName(name));
}

function asFieldError(error: unknown): never {
  throw error instanceof UniquenessError ? new ValidationFailedError({ email: [error.detail] }) : error;
}
