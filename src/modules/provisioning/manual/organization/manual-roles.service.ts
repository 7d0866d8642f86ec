import { Injectable } from '@nestjs/common';
import { RoleSetManually } from '../../../../events/index.js';
import { Transactions } from '../../../../platform/database/transactions.js';
import { DomainEventBus } from '../../../../platform/events/domain-event-bus.js';
import { ValidationFailedError } from '../../../../platform/http/errors/rest-error.js';
import { currentContext } from '../../../../platform/http/request-context.js';
import { ForbiddenError } from '../../../../platform/errors.js';
import { AccessRepository } from '../../engine/projection/access.repository.js';
import { ManualRoleRepository } from './manual-role.repository.js';
import { refusalOfRole } from '../../engine/rules/manual-edits.js';
import type { GivenRole } from '../../engine/rules/roles.js';

/** Sets organization roles manually (rule R4). */
@Injectable()
export class ManualRolesService {
  constructor(
    private readonly repository: ManualRoleRepository,
    private readonly access: AccessRepository,
    private readonly transactions: Transactions,
    private readonly events: DomainEventBus,
  ) {}

  /**
   * @throws ValidationFailedError if the user is not in the organization, and while a group gives the role
   * @throws ForbiddenError for the Owner
   */
  async set(organizationId: number, userId: number, role: GivenRole): Promise<void> {
    await this.transactions.shared(organizationId, async () => {
      await this.access.lockAssignments(organizationId, { kind: 'users', userIds: [userId] });
      await this.assertFree(organizationId, userId);
      if (!(await this.repository.set(organizationId, userId, role))) return;
      await this.access.projectRole(organizationId, userId, 'hand', currentContext().requestId);
      await this.events.publish(new RoleSetManually(organizationId, userId, role));
    });
  }

  private async assertFree(organizationId: number, userId: number): Promise<void> {
    const facts = await this.repository.roleFacts(organizationId, userId);
    if (!facts) throw new ValidationFailedError({ user_id: [`There is no user ${userId}.`] });
    if (facts.isOwner) throw new ForbiddenError("The Owner's role cannot be changed");
    const refusal = refusalOfRole(facts);
    if (refusal !== null) throw new ValidationFailedError({ role: [refusal] });
  }
}
