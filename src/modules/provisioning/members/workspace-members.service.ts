import { Injectable } from '@nestjs/common';
import { WorkspaceMembersChanged } from '../../../events/index.js';
import { Transactions } from '../../../platform/database/transactions.js';
import { DomainEventBus } from '../../../platform/events/domain-event-bus.js';
import { ValidationFailedError } from '../../../platform/http/errors/rest-error.js';
import { type PageOf, toPage } from '../../../platform/http/page.js';
import { type Actor, currentContext } from '../../../platform/http/request-context.js';
import { NotFoundError } from '../../../scim/index.js';
import { type LseUserDto, UserDirectory } from '../../users/index.js';
import { AccessRepository } from '../projection/access.repository.js';
import { type MemberSelection, only, scopeOf } from './member-selection.js';
import { MemberSelectionRepository } from './member-selection.repository.js';
import type { MembersQuery } from './memberships.dto.js';
import { isMember, refusalOfRemoval } from '../rules/hand-edits.js';
import type {
  AddedWorkspaceMemberDto,
  AssignmentsDto,
  UnassignmentsDto,
  WorkspaceMemberDto,
} from './workspace-members.dto.js';
import { WorkspaceMembersRepository } from './workspace-members.repository.js';

/** Members of workspaces; what is given and taken here is given by hand, beside what groups give. */
@Injectable()
export class WorkspaceMembersService {
  constructor(
    private readonly members: WorkspaceMembersRepository,
    private readonly selections: MemberSelectionRepository,
    private readonly access: AccessRepository,
    private readonly users: UserDirectory,
    private readonly transactions: Transactions,
    private readonly events: DomainEventBus,
  ) {}

  async list({ organizationId }: Actor, workspace: number): Promise<WorkspaceMemberDto[]> {
    await this.assertWorkspace(organizationId, workspace);
    const users = await this.users.lseUsers(organizationId, await this.members.list(organizationId, workspace, {}));
    return users.map((user) => ({ workspace, user }));
  }

  async page({ organizationId }: Actor, workspace: number, query: MembersQuery): Promise<PageOf<LseUserDto>> {
    await this.assertWorkspace(organizationId, workspace);
    const { offset, page_size: limit, ordering } = query;
    const count = await this.members.count(organizationId, workspace, query);
    const ids = await this.members.list(organizationId, workspace, query, { ordering, offset, limit });
    return toPage(await this.users.lseUsers(organizationId, ids), count, query);
  }

  async add({ organizationId }: Actor, workspace: number, user: number): Promise<AddedWorkspaceMemberDto> {
    await this.give(organizationId, workspace, only(user), 'user');
    return { user, workspace };
  }

  async addAll({ organizationId }: Actor, workspace: number, selection: MemberSelection): Promise<AssignmentsDto> {
    return { assignments: await this.give(organizationId, workspace, selection, 'included') };
  }

  /**
   * @throws NotFoundError for somebody who is no member
   * @throws ValidationFailedError for a member whom a hand cannot remove
   */
  async remove({ organizationId }: Actor, workspace: number, user: number | undefined): Promise<void> {
    if (user === undefined) throw new ValidationFailedError({ user_id: ['user_id must be given'] });
    await this.change(organizationId, workspace, only(user), async (requestId) => {
      const hold = await this.members.hold(organizationId, workspace, user);
      if (!hold || !isMember(hold)) throw new NotFoundError(`There is no user ${user} in the workspace ${workspace}`);
      const refusal = refusalOfRemoval(hold);
      if (refusal !== null) throw new ValidationFailedError({ user_id: [refusal] });
      await this.take(organizationId, workspace, only(user), requestId);
    });
  }

  /** Passes over whom a hand cannot remove. */
  async removeAll({ organizationId }: Actor, workspace: number, selection: MemberSelection): Promise<UnassignmentsDto> {
    const unassignments = await this.change(organizationId, workspace, selection, async (requestId) => {
      await this.selections.assertKnown(organizationId, selection, 'included');
      return this.take(organizationId, workspace, selection, requestId);
    });
    return { unassignments };
  }

  private async give(organizationId: number, workspace: number, selection: MemberSelection, field: string) {
    return this.change(organizationId, workspace, selection, async (requestId) => {
      await this.selections.assertKnown(organizationId, selection, field);
      const added = await this.members.give(organizationId, workspace, selection, requestId);
      if (added.length > 0)
        await this.events.publish(new WorkspaceMembersChanged(organizationId, workspace, added, []));
      return added.length;
    });
  }

  private async take(organizationId: number, workspace: number, selection: MemberSelection, requestId: string) {
    const removed = await this.members.take(organizationId, workspace, selection, requestId);
    if (removed.length > 0) {
      await this.events.publish(new WorkspaceMembersChanged(organizationId, workspace, [], removed));
    }
    return removed.length;
  }

  /** Holds the assignments of those who are selected, against evaluations of the same people. */
  private async change<Result>(
    organizationId: number,
    workspace: number,
    selection: MemberSelection,
    work: (requestId: string) => Promise<Result>,
  ): Promise<Result> {
    return this.transactions.shared(organizationId, async () => {
      await this.assertWorkspace(organizationId, workspace);
      await this.access.hold(organizationId, scopeOf(selection));
      return work(currentContext().requestId);
    });
  }

  private async assertWorkspace(organizationId: number, workspace: number): Promise<void> {
    const exists = await this.members.exists(organizationId, workspace);
    if (!exists) throw new NotFoundError(`There is no workspace ${workspace}`);
  }
}
