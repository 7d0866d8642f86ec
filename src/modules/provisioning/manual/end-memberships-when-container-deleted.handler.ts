import { Injectable } from '@nestjs/common';
import { ProjectDeleting, WorkspaceDeleting } from '../../../events/index.js';
import { OnDomainEvent } from '../../../platform/events/on-domain-event.decorator.js';
import { currentContext } from '../../../platform/http/request-context.js';
import { projectOf, workspaceOf } from './container.js';
import { ManualMembershipsRepository } from './manual-memberships.repository.js';

/** What is deleted gives access to nobody: memberships end, by mapping or by hand, and the log says whose. */
@Injectable()
export class EndMembershipsWhenContainerDeleted {
  constructor(private readonly memberships: ManualMembershipsRepository) {}

  @OnDomainEvent(WorkspaceDeleting)
  async onWorkspaceDeleting(event: WorkspaceDeleting): Promise<void> {
    await this.memberships.endAll(workspaceOf(event, event.workspaceId), currentContext().requestId);
  }

  @OnDomainEvent(ProjectDeleting)
  async onProjectDeleting(event: ProjectDeleting): Promise<void> {
    await this.memberships.endAll(projectOf(event, event.projectId), currentContext().requestId);
  }
}
