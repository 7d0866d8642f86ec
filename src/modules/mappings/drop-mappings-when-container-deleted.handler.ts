import { Injectable } from '@nestjs/common';
import { ProjectDeleted, WorkspaceDeleted } from '../../events/index.js';
import { OnDomainEvent } from '../../platform/events/on-domain-event.decorator.js';
import { GroupDirectory } from '../groups/index.js';
import { ContainerMappingRepository } from './container-mapping.repository.js';

/** Mappings to what is deleted go with it, and the placeholders that only they named. */
@Injectable()
export class DropMappingsWhenContainerDeleted {
  constructor(
    private readonly mappings: ContainerMappingRepository,
    private readonly groups: GroupDirectory,
  ) {}

  @OnDomainEvent(WorkspaceDeleted)
  async onWorkspaceDeleted({ organizationId, workspaceId }: WorkspaceDeleted): Promise<void> {
    await this.mappings.dropWorkspace(organizationId, workspaceId);
    await this.groups.discardPlaceholders(organizationId);
  }

  @OnDomainEvent(ProjectDeleted)
  async onProjectDeleted({ organizationId, projectId }: ProjectDeleted): Promise<void> {
    await this.mappings.dropProject(organizationId, projectId);
    await this.groups.discardPlaceholders(organizationId);
  }
}
