import { Injectable } from '@nestjs/common';
import {
  GroupMembersChanged,
  MappingsChanged,
  ProjectDeleted,
  ProjectMembersChanged,
  WorkspaceDeleted,
  WorkspaceMembersChanged,
} from '../../../../events/index.js';
import { TransactionHooks } from '../../../../platform/database/transaction-hooks.js';
import { OnDomainEvent } from '../../../../platform/events/on-domain-event.decorator.js';
import { AccessBrake } from './brake.js';

type MembersChanged = GroupMembersChanged | WorkspaceMembersChanged | ProjectMembersChanged;

/** Has the brake check, before the commit, every transaction that can take access from many users at once. */
@Injectable()
export class BrakeHandlers {
  constructor(
    private readonly brake: AccessBrake,
    private readonly hooks: TransactionHooks,
  ) {}

  @OnDomainEvent(MappingsChanged, WorkspaceDeleted, ProjectDeleted)
  async onAnyNumber({ organizationId }: MappingsChanged | WorkspaceDeleted | ProjectDeleted): Promise<void> {
    await this.checkBeforeCommit(organizationId);
  }

  /** Skips changes of a few members, which are frequent, so that they cost nothing here. */
  @OnDomainEvent(GroupMembersChanged, WorkspaceMembersChanged, ProjectMembersChanged)
  async onMembersChanged({ organizationId, addedUserIds, removedUserIds }: MembersChanged): Promise<void> {
    const users = addedUserIds.length + removedUserIds.length;
    if (users >= this.brake.minimumUsers) await this.checkBeforeCommit(organizationId);
  }

  private checkBeforeCommit(organizationId: number): Promise<void> {
    this.hooks.beforeCommit(`brake ${organizationId}`, () => this.brake.check(organizationId));
    return Promise.resolve();
  }
}
