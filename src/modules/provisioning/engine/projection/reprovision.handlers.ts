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
} from '../../../../events/index.js';
import { OnDomainEvent } from '../../../../platform/events/on-domain-event.decorator.js';
import { currentContext } from '../../../../platform/http/request-context.js';
import { AccessRepository } from './access.repository.js';
import { changedMappings, changedMembers } from './occasion.js';
import type { Scope } from './scope.js';

/** Evaluates exactly the users that an event affects, inside the transaction that publishes it. */
@Injectable()
export class ReprovisionHandlers {
  constructor(private readonly access: AccessRepository) {}

  @OnDomainEvent(UserCreated)
  async onUserCreated({ organizationId, userId }: UserCreated): Promise<void> {
    await this.access.enroll(organizationId, userId, currentContext().requestId);
  }

  @OnDomainEvent(UserDeactivated)
  async onUserDeactivated({ organizationId, userId }: UserDeactivated): Promise<void> {
    await this.access.projectRole(organizationId, userId, 'account_deactivated', currentContext().requestId);
  }

  @OnDomainEvent(UserDeleted)
  async onUserDeleted({ organizationId, userId }: UserDeleted): Promise<void> {
    await this.access.projectRole(organizationId, userId, 'account_deleted', currentContext().requestId);
  }

  @OnDomainEvent(UserSignedIn)
  async onUserSignedIn({ organizationId, userId }: UserSignedIn): Promise<void> {
    await this.access.projectRole(organizationId, userId, 'sign_in', currentContext().requestId);
  }

  @OnDomainEvent(UserReactivated)
  async onUserReactivated({ organizationId, userId }: UserReactivated): Promise<void> {
    await this.access.reinstate(organizationId, userId, currentContext().requestId);
  }

  @OnDomainEvent(GroupMembersChanged)
  async onGroupMembersChanged(event: GroupMembersChanged): Promise<void> {
    const { organizationId, groupId, addedUserIds, removedUserIds } = event;
    const scope: Scope = { kind: 'users', userIds: [...addedUserIds, ...removedUserIds] };
    const occasion = changedMembers(organizationId, groupId, removedUserIds);
    await this.access.project(organizationId, scope, occasion, currentContext().requestId);
  }

  @OnDomainEvent(MappingsChanged)
  async onMappingsChanged({ organizationId, groupIds, former }: MappingsChanged): Promise<void> {
    const occasion = changedMappings(organizationId, former);
    await this.access.project(organizationId, { kind: 'groups', groupIds }, occasion, currentContext().requestId);
  }

  /** Only the seat limit has an effect at once; the other settings apply from the next change on. */
  @OnDomainEvent(OrganizationChanged)
  async onOrganizationChanged({ organizationId, settings }: OrganizationChanged): Promise<void> {
    if (settings.includes('seat_limit')) await this.access.fillSeats(organizationId, currentContext().requestId);
  }
}
