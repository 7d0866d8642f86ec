import { Injectable } from '@nestjs/common';
import { ProjectDeleting, WorkspaceDeleting } from '../../../events/index.js';
import { OnDomainEvent } from '../../../platform/events/on-domain-event.decorator.js';
import { currentContext } from '../../../platform/http/request-context.js';
import { projectOf, workspaceOf } from './container.js';
import { ManualMembershipsRepository } from './manual-memberships.repository.js';

/** Ends the memberships of a deleted workspace or project, mapped and manual ones, and logs whose they were. */
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
