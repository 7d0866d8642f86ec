import { Injectable } from '@nestjs/common';
import { ProjectMembersChanged, WorkspaceMembersChanged } from '../../../events/index.js';
import { Transactions } from '../../../platform/database/transactions.js';
import { NotFoundError } from '../../../platform/errors.js';
import { DomainEventBus } from '../../../platform/events/domain-event-bus.js';
import { ValidationFailedError } from '../../../platform/http/errors/rest-error.js';
import { currentContext } from '../../../platform/http/request-context.js';
import { AccessRepository } from '../engine/projection/access.repository.js';
import { isMember, refusalOfRemoval } from '../engine/rules/manual-edits.js';
import type { Container } from './container.js';
import { ManualMembershipsRepository } from './manual-memberships.repository.js';
import { type MemberSelection, only, refusalOfSelection, scopeOf } from './member-selection.js';
import { MemberSelectionRepository } from './member-selection.repository.js';

const MEMBERS_CHANGED = { workspace: WorkspaceMembersChanged, project: ProjectMembersChanged };

/** Edits the members of workspaces and projects manually: the transaction and locks of all edits, and the removals. */
@Injectable()
export class MemberEdits {
  constructor(
    private readonly memberships: ManualMembershipsRepository,
    private readonly selections: MemberSelectionRepository,
    private readonly access: AccessRepository,
    private readonly transactions: Transactions,
    private readonly events: DomainEventBus,
  ) {}

  /** @throws NotFoundError if the organization does not have it */
  async assertExists(container: Container): Promise<void> {
    const exists = await this.memberships.exists(container);
    if (!exists) throw new NotFoundError(`There is no ${container.kind} ${container.id}`);
  }

  /**
   * Locks the assignments of the selected users against evaluations of the same users, and does some work.
   *
   * @throws NotFoundError if the organization does not have the container
   */
  async change<Result>(
    container: Container,
    selection: MemberSelection,
    work: (requestId: string) => Promise<Result>,
  ): Promise<Result> {
    const { organizationId } = container;
    return this.transactions.shared(organizationId, async () => {
      await this.assertExists(container);
      await this.access.lockAssignments(organizationId, scopeOf(selection));
      return work(currentContext().requestId);
    });
  }

  /**
   * Like `change`, but the selection must name its users, and all of them must exist.
   *
   * @param field the field of the request that names the users
   * @throws ValidationFailedError for a selection that says nothing, and naming ids that are no users of the
   *   organization
   */
  async changeKnown<Result>(
    container: Container,
    selection: MemberSelection,
    field: string,
    work: (requestId: string) => Promise<Result>,
  ): Promise<Result> {
    const refusal = refusalOfSelection(selection);
    if (refusal !== undefined) throw new ValidationFailedError({ [field]: [refusal] });
    return this.change(container, selection, async (requestId) => {
      await this.selections.assertKnown(container.organizationId, selection, field);
      return work(requestId);
    });
  }

  /** Publishes who was given something and from whom it was taken, if anybody, within the running transaction. */
  async publishChanges({ kind, organizationId, id }: Container, given: readonly number[], taken: readonly number[]) {
    if (given.length + taken.length === 0) return;
    await this.events.publish(new MEMBERS_CHANGED[kind](organizationId, id, given, taken));
  }

  /**
   * @param field the field of the request that names the user
   * @throws NotFoundError if the user is not a member
   * @throws ValidationFailedError for a member who cannot be removed manually
   */
  async remove(container: Container, user: number | undefined, field: string): Promise<void> {
    if (user === undefined) throw new ValidationFailedError({ [field]: [`${field} must be given`] });
    await this.change(container, only(user), async (requestId) => {
      const facts = await this.memberships.membershipFacts(container, user);
      if (!facts || !isMember(facts))
        throw new NotFoundError(`There is no user ${user} in the ${container.kind} ${container.id}`);

      const refusal = refusalOfRemoval(facts);
      if (refusal !== null) throw new ValidationFailedError({ [field]: [refusal] });
      await this.take(container, only(user), requestId);
    });
  }

  /** Skips users who cannot be removed manually. @returns from how many something was taken */
  async removeAll(container: Container, selection: MemberSelection): Promise<number> {
    return this.changeKnown(container, selection, 'included', (requestId) =>
      this.take(container, selection, requestId),
    );
  }

  private async take(container: Container, selection: MemberSelection, requestId: string): Promise<number> {
    const taken = await this.memberships.take(container, selection, requestId);
    await this.publishChanges(container, [], taken);
    return taken.length;
  }
}
