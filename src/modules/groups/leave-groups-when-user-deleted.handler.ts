import { Injectable } from '@nestjs/common';
import { GroupMembersChanged, UserDeleted } from '../../events/index.js';
import { DomainEventBus } from '../../platform/events/domain-event-bus.js';
import { OnDomainEvent } from '../../platform/events/on-domain-event.decorator.js';
import { GroupMemberRepository } from './group-member.repository.js';
import { GroupRepository } from './group.repository.js';

/**
 * Removes a deleted user from all groups, because SCIM no longer shows the user as a member. It leaves the groups one
 * by one, so that the log shows what each of them gave.
 */
@Injectable()
export class LeaveGroupsWhenUserDeleted {
  constructor(
    private readonly groups: GroupRepository,
    private readonly members: GroupMemberRepository,
    private readonly events: DomainEventBus,
  ) {}

  @OnDomainEvent(UserDeleted)
  async handle({ organizationId, userId }: UserDeleted): Promise<void> {
    const groupIds = await this.members.groupsOf(organizationId, userId);
    if (groupIds.length === 0) return;
    await this.groups.touch(organizationId, groupIds);
    for (const groupId of groupIds) {
      await this.members.remove(organizationId, groupId, [userId]);
      await this.events.publish(new GroupMembersChanged(organizationId, groupId, [], [userId]));
    }
  }
}
