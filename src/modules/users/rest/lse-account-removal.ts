import { Injectable } from '@nestjs/common';
import { UserDeleted } from '../../../events/index.js';
import { Transactions } from '../../../platform/database/transactions.js';
import { AppError, ForbiddenError, NotFoundError } from '../../../platform/errors.js';
import { DomainEventBus } from '../../../platform/events/domain-event-bus.js';
import type { Actor } from '../../../platform/http/request-context.js';
import { UserRepository } from '../user.repository.js';

/** Deletes accounts over REST. As over SCIM, they are kept, deactivated and invisible (rule U3). */
@Injectable()
export class AccountRemoval {
  constructor(
    private readonly users: UserRepository,
    private readonly transactions: Transactions,
    private readonly events: DomainEventBus,
  ) {}

  /**
   * @throws NotFoundError for an id that is not a user of the organization
   * @throws AppError 405 for the caller's own account, as LSE does
   * @throws ForbiddenError for the Owner's (rule U4)
   */
  async remove({ organizationId, userId }: Actor, id: number): Promise<void> {
    if (id === userId) throw new AppError(405, 'Nobody can delete their own account');
    await this.transactions.shared(organizationId, async () => {
      const seen = await this.users.findById(organizationId, id);
      const row = seen && (await this.users.find(organizationId, seen.scim_id, undefined, true));
      if (!row) throw new NotFoundError(`There is no user ${id}`);
      if (row.is_owner) throw new ForbiddenError('The Owner of the organization cannot be deleted');
      await this.users.softDelete(organizationId, row.id);
      await this.events.publish(new UserDeleted(organizationId, row.id));
    });
  }
}
