import { Injectable } from '@nestjs/common';
import { UserSignedIn } from '../../../../events/index.js';
import { Transactions } from '../../../../platform/database/transactions.js';
import { DomainEventBus } from '../../../../platform/events/domain-event-bus.js';
import type { Actor } from '../../../../platform/http/request-context.js';
import { NotFoundError } from '../../../../platform/errors.js';
import { type LseUserDto, UserDirectory } from '../../../users/index.js';
import { AccessRepository } from '../../engine/projection/access.repository.js';

/** Records sign-ins, which the platform reports (rule R7). */
@Injectable()
export class SignInService {
  constructor(
    private readonly access: AccessRepository,
    private readonly users: UserDirectory,
    private readonly transactions: Transactions,
    private readonly events: DomainEventBus,
  ) {}

  /**
   * Records a sign-in of any user. That of a deactivated user is recorded, too, and gives nothing before they are
   * active again.
   *
   * @throws NotFoundError for an id that is not a user of the organization
   */
  async signIn({ organizationId }: Actor, userId: number): Promise<LseUserDto> {
    return this.transactions.shared(organizationId, async () => {
      const user = await this.users.lseUser(organizationId, userId);
      if (!user) throw new NotFoundError(`There is no user ${userId}`);
      await this.access.recordSignIn(organizationId, userId);
      await this.events.publish(new UserSignedIn(organizationId, userId));
      return user;
    });
  }
}
