import { Injectable } from '@nestjs/common';
import { UserCreated } from '../../events/index.js';
import { Transactions } from '../../platform/database/transactions.js';
import { DomainEventBus } from '../../platform/events/domain-event-bus.js';
import { ValidationFailedError } from '../../platform/http/errors/rest-error.js';
import type { Actor } from '../../platform/http/request-context.js';
import { NotFoundError, UniquenessError } from '../../scim/index.js';
import { recordOfNewLseUser, toLseUser } from './lse-user.mapper.js';
import type { CreateUserDto, LseUserDto } from './user.dto.js';
import { UserRepository } from './user.repository.js';

/** Users as the platform's own services see them. */
@Injectable()
export class LseUsersService {
  constructor(
    private readonly users: UserRepository,
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
}

function asFieldError(error: unknown): never {
  throw error instanceof UniquenessError ? new ValidationFailedError({ email: [error.detail] }) : error;
}
