import { MikroOrmModule } from '@mikro-orm/nestjs';
import { Module } from '@nestjs/common';
import { PlatformModule } from '../../platform/platform.module.js';
import { MappingsModule } from '../mappings/index.js';
import { UsersModule } from '../users/index.js';
import {
  AccessChangeEntity,
  ProjectMembershipEntity,
  ReconciliationEntity,
  RoleAssignmentEntity,
  WorkspaceMembershipEntity,
} from './access.entity.js';
import { AccessController } from './access-api/explain/access.controller.js';
import { AccessRepository } from './engine/projection/access.repository.js';
import { AccessBrake } from './engine/brake/brake.js';
import { BrakeHandlers } from './engine/brake/brake.handlers.js';
import { BrakeRepository } from './engine/brake/brake.repository.js';
import { EndMembershipsWhenContainerDeleted } from './manual/end-memberships-when-container-deleted.handler.js';
import { ExplainRepository } from './access-api/explain/explain.repository.js';
import { ExplainService } from './access-api/explain/explain.service.js';
import { ManualMembershipsRepository } from './manual/manual-memberships.repository.js';
import { ManualRoleRepository } from './manual/organization/manual-role.repository.js';
import { ManualRolesService } from './manual/organization/manual-roles.service.js';
import { LargeScopes } from './engine/projection/large-scopes.js';
import { MemberEdits } from './manual/member-edits.service.js';
import { MembershipsController } from './manual/organization/memberships.controller.js';
import { MembershipsRepository } from './manual/organization/memberships.repository.js';
import { MembershipsService } from './manual/organization/memberships.service.js';
import { PreviewController } from './access-api/preview/preview.controller.js';
import { PreviewRepository } from './access-api/preview/preview.repository.js';
import { PreviewService } from './access-api/preview/preview.service.js';
import { ProjectMembersController } from './manual/projects/project-members.controller.js';
import { ProjectMembersRepository } from './manual/projects/project-members.repository.js';
import { ProjectMembersService } from './manual/projects/project-members.service.js';
import { ProjectRolesController } from './manual/projects/project-roles.controller.js';
import { ProjectRolesRepository } from './manual/projects/project-roles.repository.js';
import { ProjectRolesService } from './manual/projects/project-roles.service.js';
import { MemberSelectionRepository } from './manual/member-selection.repository.js';
import { ReconcileController } from './access-api/reconcile/reconcile.controller.js';
import { ReconcileService } from './access-api/reconcile/reconcile.service.js';
import { AccessMetrics } from './engine/projection/access.metrics.js';
import { ReconcileJob } from './access-api/reconcile/reconcile.job.js';
import { OrganizationMetrics } from './access-api/reconcile/organization.metrics.js';
import { ReconciliationRepository } from './access-api/reconcile/reconciliation.repository.js';
import { AccessChangeRepository, accessChangeRetention } from './engine/access-change.repository.js';
import { ReprovisionHandlers } from './engine/projection/reprovision.handlers.js';
import { SignInController } from './access-api/sign-in/sign-in.controller.js';
import { SignInService } from './access-api/sign-in/sign-in.service.js';
import { WorkspaceMembersController } from './manual/workspaces/workspace-members.controller.js';
import { WorkspaceMembersRepository } from './manual/workspaces/workspace-members.repository.js';
import { WorkspaceMembersService } from './manual/workspaces/workspace-members.service.js';

@Module({
  imports: [
    PlatformModule,
    MikroOrmModule.forFeature([
      RoleAssignmentEntity,
      WorkspaceMembershipEntity,
      ProjectMembershipEntity,
      AccessChangeEntity,
      ReconciliationEntity,
    ]),
    MappingsModule,
    UsersModule,
  ],
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
    ManualRolesService,
    ManualRoleRepository,
    ManualMembershipsRepository,
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
