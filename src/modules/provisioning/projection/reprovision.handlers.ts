import { Injectable } from '@nestjs/common';
import {
  GroupMembersChanged,
  MappingsChanged,
  OrganizationChanged,
  UserCreated,
  UserDeactivated,
  UserDeleted,
  UserReactivated,
  UserSignedIn,
} from '../../../events/index.js';
import { OnDomainEvent } from '../../../platform/events/on-domain-event.decorator.js';
import { currentContext } from '../../../platform/http/request-context.js';
import { AccessRepository } from './access.repository.js';

/** Re-evaluates exactly the users whom a fact touches, inside the transaction that states it. */
@Injectable()
export class ReprovisionHandlers {
  constructor(private readonly access: AccessRepository) {}

  @OnDomainEvent(UserCreated)
  async onUserCreated({ organizationId, userId }: UserCreated): Promise<void> {
    await this.access.enroll(organizationId, userId, currentContext().requestId);
  }

  @OnDomainEvent(UserDeactivated, UserDeleted, UserSignedIn)
  async onUserChanged({ organizationId, userId }: UserDeactivated | UserDeleted | UserSignedIn): Promise<void> {
    await this.access.projectRole(organizationId, userId, currentContext().requestId);
  }

  @OnDomainEvent(UserReactivated)
  async onUserReactivated({ organizationId, userId }: UserReactivated): Promise<void> {
    await this.access.reinstate(organizationId, userId, currentContext().requestId);
  }

  @OnDomainEvent(GroupMembersChanged)
  async onGroupMembersChanged(event: GroupMembersChanged): Promise<void> {
    const userIds = [...event.addedUserIds, ...event.removedUserIds];
    await this.access.project(event.organizationId, { kind: 'users', userIds }, currentContext().requestId);
  }

  @OnDomainEvent(MappingsChanged)
  async onMappingsChanged({ organizationId, groupIds }: MappingsChanged): Promise<void> {
    await this.access.project(organizationId, { kind: 'groups', groupIds }, currentContext().requestId);
  }

  /** The other settings move nobody: they say what happens at the next change. */
  @OnDomainEvent(OrganizationChanged)
  async onOrganizationChanged({ organizationId, settings }: OrganizationChanged): Promise<void> {
    if (settings.includes('seat_limit')) await this.access.fillSeats(organizationId, currentContext().requestId);
  }
}
