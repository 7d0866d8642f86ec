import { Injectable } from '@nestjs/common';
import {
  GroupMembersChanged,
  MappingsChanged,
  ProjectDeleted,
  ProjectMembersChanged,
  WorkspaceDeleted,
  WorkspaceMembersChanged,
} from '../../../events/index.js';
import { OnDomainEvent } from '../../../platform/events/on-domain-event.decorator.js';
import { AccessBrake } from './brake.js';

type MembersChanged = GroupMembersChanged | WorkspaceMembersChanged | ProjectMembersChanged;

/**
 * Holds the brake against whatever can take access from many at once. Handlers run in the order in which their module
 * names them: this one comes after those that write access.
 */
@Injectable()
export class BrakeHandlers {
  constructor(private readonly brake: AccessBrake) {}

  @OnDomainEvent(MappingsChanged, WorkspaceDeleted, ProjectDeleted)
  async onAnyNumber({ organizationId }: MappingsChanged | WorkspaceDeleted | ProjectDeleted): Promise<void> {
    await this.brake.check(organizationId);
  }

  /** The many changes of a few members cost nothing here. */
  @OnDomainEvent(GroupMembersChanged, WorkspaceMembersChanged, ProjectMembersChanged)
  async onMembersChanged({ organizationId, addedUserIds, removedUserIds }: MembersChanged): Promise<void> {
    if (addedUserIds.length + removedUserIds.length >= this.brake.minimumUsers) await this.brake.check(organizationId);
  }
}
