import { Module } from '@nestjs/common';
import { PlatformModule } from '../../platform/platform.module.js';
import { MappingsModule } from '../mappings/index.js';
import { UsersModule } from '../users/index.js';
import { AccessController } from './explain/access.controller.js';
import { AccessRepository } from './projection/access.repository.js';
import { AccessBrake } from './brake/brake.js';
import { BrakeHandlers } from './brake/brake.handlers.js';
import { BrakeRepository } from './brake/brake.repository.js';
import { EndMembershipsWhenContainerDeleted } from './members/end-memberships-when-container-deleted.handler.js';
import { ExplainRepository } from './explain/explain.repository.js';
import { ExplainService } from './explain/explain.service.js';
import { HandMembershipsRepository } from './members/hand-memberships.repository.js';
import { HandRoleRepository } from './members/hand-role.repository.js';
import { HandRolesService } from './members/hand-roles.service.js';
import { LargeScopes } from './projection/large-scopes.js';
import { MemberEdits } from './members/member-edits.service.js';
import { MembershipsController } from './members/memberships.controller.js';
import { MembershipsRepository } from './members/memberships.repository.js';
import { MembershipsService } from './members/memberships.service.js';
import { PreviewController } from './preview/preview.controller.js';
import { PreviewRepository } from './preview/preview.repository.js';
import { PreviewService } from './preview/preview.service.js';
import { ProjectMembersController } from './members/project-members.controller.js';
import { ProjectMembersRepository } from './members/project-members.repository.js';
import { ProjectMembersService } from './members/project-members.service.js';
import { ProjectRolesController } from './members/project-roles.controller.js';
import { ProjectRolesRepository } from './members/project-roles.repository.js';
import { ProjectRolesService } from './members/project-roles.service.js';
import { MemberSelectionRepository } from './members/member-selection.repository.js';
import { ReconcileController } from './preview/reconcile.controller.js';
import { ReconcileService } from './preview/reconcile.service.js';
import { AccessMetrics } from './projection/access.metrics.js';
import { ReconcileJob } from './reconcile/reconcile.job.js';
import { OrganizationMetrics } from './reconcile/organization.metrics.js';
import { ReconciliationRepository } from './reconcile/reconciliation.repository.js';
import { accessChangeRetention } from './retention/access-change-retention.js';
import { AccessChangeRepository } from './retention/access-change.repository.js';
import { ReprovisionHandlers } from './projection/reprovision.handlers.js';
import { SignInController } from './sign-in/sign-in.controller.js';
import { SignInService } from './sign-in/sign-in.service.js';
import { WorkspaceMembersController } from './members/workspace-members.controller.js';
import { WorkspaceMembersRepository } from './members/workspace-members.repository.js';
import { WorkspaceMembersService } from './members/workspace-members.service.js';

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
    BrakeHandlers,
    LargeScopes,
    BrakeRepository,
    ExplainRepository,
    ExplainService,
    PreviewRepository,
    PreviewService,
    ReconcileService,
    ReconcileJob,
    ReconciliationRepository,
    OrganizationMetrics,
    AccessMetrics,
    accessChangeRetention,
    AccessChangeRepository,
    ReprovisionHandlers,
    SignInService,
    MembershipsService,
    MembershipsRepository,
    HandRolesService,
    HandRoleRepository,
    HandMembershipsRepository,
    MemberEdits,
    MemberSelectionRepository,
    WorkspaceMembersService,
    WorkspaceMembersRepository,
    ProjectMembersService,
    ProjectMembersRepository,
    ProjectRolesService,
    ProjectRolesRepository,
    EndMembershipsWhenContainerDeleted,
  ],
})
export class ProvisioningModule {}
