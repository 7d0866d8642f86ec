import { InjectRepository } from '@mikro-orm/nestjs';
import { EntityRepository } from '@mikro-orm/sql';
import { Injectable } from '@nestjs/common';
import {
  type ProjectMapping,
  ProjectMappingEntity,
  type WorkspaceMapping,
  WorkspaceMappingEntity,
} from './mapping.entity.js';

/** Removes the mappings to a workspace or project that is deleted. */
@Injectable()
export class ContainerMappingRepository {
  constructor(
    @InjectRepository(WorkspaceMappingEntity) private readonly workspaceMappings: EntityRepository<WorkspaceMapping>,
    @InjectRepository(ProjectMappingEntity) private readonly projectMappings: EntityRepository<ProjectMapping>,
  ) {}

  async dropWorkspace(organizationId: number, workspaceId: number): Promise<void> {
    await this.workspaceMappings.nativeDelete({ organizationId, workspaceId });
  }

  async dropProject(organizationId: number, projectId: number): Promise<void> {
    await this.projectMappings.nativeDelete({ organizationId, projectId });
  }
}
