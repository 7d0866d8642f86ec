import { MikroOrmModule } from '@mikro-orm/nestjs';
import { Module } from '@nestjs/common';
import { PlatformModule } from '../../platform/platform.module.js';
import { ProjectEntity, WorkspaceEntity } from './workspace.entity.js';
import { ProjectPlacement } from './project-placement.service.js';
import { ProjectRepository } from './project.repository.js';
import { ProjectsController } from './projects.controller.js';
import { ProjectsService } from './projects.service.js';
import { WorkspaceDirectory } from './workspace-directory.js';
import { WorkspaceProjectsController } from './workspace-projects.controller.js';
import { WorkspaceRepository } from './workspace.repository.js';
import { WorkspacesController } from './workspaces.controller.js';
import { WorkspacesService } from './workspaces.service.js';

@Module({
  imports: [PlatformModule, MikroOrmModule.forFeature([WorkspaceEntity, ProjectEntity])],
  controllers: [WorkspacesController, WorkspaceProjectsController, ProjectsController],
  providers: [
    WorkspacesService,
    ProjectsService,
    ProjectPlacement,
    WorkspaceRepository,
    ProjectRepository,
    WorkspaceDirectory,
  ],
  exports: [WorkspaceDirectory],
})
export class WorkspacesModule {}
