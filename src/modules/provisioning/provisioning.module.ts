import { Module } from '@nestjs/common';
import { PlatformModule } from '../../platform/platform.module.js';
import { MappingsModule } from '../mappings/index.js';
import { UsersModule } from '../users/index.js';
import { AccessController } from './access.controller.js';
import { AccessRepository } from './access.repository.js';
import { AccessBrake } from './brake.js';
import { BrakeHandlers } from './brake.handlers.js';
import { BrakeRepository } from './brake.repository.js';
import { ContainerMembershipsRepository } from './container-memberships.repository.js';
import { EndMembershipsWhenContainerDeleted } from './end-memberships-when-container-deleted.handler.js';
import { ExplainRepository } from './explain.repository.js';
import { ExplainService } from './explain.service.js';
import { HandRoleRepository } from './hand-role.repository.js';
import { HandRolesService } from './hand-roles.service.js';
import { LargeScopes } from './large-scopes.js';
import { MembershipsController } from './memberships.controller.js';
import { MembershipsRepository } from './memberships.repository.js';
import { MembershipsService } from './memberships.service.js';
import { PreviewController } from './preview.controller.js';
import { PreviewRepository } from './preview.repository.js';
import { PreviewService } from './preview.service.js';
import { ProjectMembersController } from './project-members.controller.js';
import { ProjectMembersRepository } from './project-members.repository.js';
import { ProjectMembersService } from './project-members.service.js';
import { ProjectRolesController } from './project-roles.controller.js';
import { ProjectRolesRepository } from './project-roles.repository.js';
import { ProjectRolesService } from './project-roles.service.js';
import { MemberSelectionRepository } from './member-selection.repository.js';
import { ReconcileController } from './reconcile.controller.js';
import { ReconcileService } from './reconcile.service.js';
import { ReprovisionHandlers } from './reprovision.handlers.js';
import { SignInController } from './sign-in.controller.js';
import { SignInService } from './sign-in.service.js';
import { WorkspaceMembersController } from './workspace-members.controller.js';
import { WorkspaceMembersRepository } from './workspace-members.repository.js';
import { WorkspaceMembersService } from './workspace-members.service.js';

@Module({
  imports: [PlatformModule, MappingsModule, UsersModule],
  controllers: [
    AccessController,
    PreviewController,
    ReconcileController,
    SignInController,
    MembershipsController,
    WorkspaceMembersController,
    ProjectMembersController,
    ProjectRolesController,
  ],
  providers: [
    AccessRepository,
    AccessBrake,
    LargeScopes,
    BrakeRepository,
    ExplainRepository,
    ExplainService,
    PreviewRepository,
    PreviewService,
    ReconcileService,
    ReprovisionHandlers,
    SignInService,
    MembershipsService,
    MembershipsRepository,
    HandRolesService,
    HandRoleRepository,
    MemberSelectionRepository,
    WorkspaceMembersService,
    WorkspaceMembersRepository,
    ProjectMembersService,
    ProjectMembersRepository,
    ProjectRolesService,
    ProjectRolesRepository,
    ContainerMembershipsRepository,
    EndMembershipsWhenContainerDeleted,
    BrakeHandlers,
  ],
})
export class ProvisioningModule {}
