import { Injectable } from '@nestjs/common';
import { ProjectDeleted, WorkspaceDeleted } from '../../../events/index.js';
import { OnDomainEvent } from '../../../platform/events/on-domain-event.decorator.js';
import { currentContext } from '../../../platform/http/request-context.js';
import { ContainerMembershipsRepository } from './container-memberships.repository.js';

/** What is deleted gives access to nobody: memberships end, by mapping or by hand, and the log says whose. */
@Injectable()
export class EndMembershipsWhenContainerDeleted {
  constructor(private readonly memberships: ContainerMembershipsRepository) {}

  @OnDomainEvent(WorkspaceDeleted)
  async onWorkspaceDeleted({ organizationId, workspaceId }: WorkspaceDeleted): Promise<void> {
    await this.memberships.endInWorkspace(organizationId, workspaceId, currentContext().requestId);
  }

  @OnDomainEvent(ProjectDeleted)
  async onProjectDeleted({ organizationId, projectId }: ProjectDeleted): Promise<void> {
    await this.memberships.endInProject(organizationId, projectId, currentContext().requestId);
  }
}
