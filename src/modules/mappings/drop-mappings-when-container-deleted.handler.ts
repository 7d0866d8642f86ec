import { Injectable } from '@nestjs/common';
import { ProjectDeleting, WorkspaceDeleting } from '../../events/index.js';
import { OnDomainEvent } from '../../platform/events/on-domain-event.decorator.js';
import { GroupDirectory } from '../groups/index.js';
import { ContainerMappingRepository } from './container-mapping.repository.js';

/** Removes the mappings to a deleted workspace or project, and the placeholders that only they named. */
@Injectable()
export class DropMappingsWhenContainerDeleted {
  constructor(
    private readonly mappings: ContainerMappingRepository,
    private readonly groups: GroupDirectory,
  ) {}

  @OnDomainEvent(WorkspaceDeleting)
  async onWorkspaceDeleting({ organizationId, workspaceId }: WorkspaceDeleting): Promise<void> {
    await this.mappings.dropWorkspace(organizationId, workspaceId);
    await this.groups.discardPlaceholders(organizationId);
  }

  @OnDomainEvent(ProjectDeleting)
  async onProjectDeleting({ organizationId, projectId }: ProjectDeleting): Promise<void> {
    await this.mappings.dropProject(organizationId, projectId);
    await this.groups.discardPlaceholders(organizationId);
  }
}
