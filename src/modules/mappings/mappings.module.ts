import { MikroOrmModule } from '@mikro-orm/nestjs';
import { Module } from '@nestjs/common';
import { PlatformModule } from '../../platform/platform.module.js';
import { GroupsModule } from '../groups/index.js';
import { WorkspacesModule } from '../workspaces/index.js';
import { ProjectMappingEntity, RoleMappingEntity, WorkspaceMappingEntity } from './mapping.entity.js';
import { ContainerMappingRepository } from './container-mapping.repository.js';
import { DropMappingsWhenContainerDeleted } from './drop-mappings-when-container-deleted.handler.js';
import { MappingProposals } from './mapping-proposals.js';
import { MappingRepository } from './mapping.repository.js';
import { MappingsController } from './mappings.controller.js';
import { MappingsService } from './mappings.service.js';
import { SettingsResolver } from './settings-resolver.js';
import { TakeOverMappingsWhenPlaceholderAbsorbed } from './take-over-mappings-when-placeholder-absorbed.handler.js';

@Module({
  imports: [
    PlatformModule,
    MikroOrmModule.forFeature([RoleMappingEntity, WorkspaceMappingEntity, ProjectMappingEntity]),
    GroupsModule,
    WorkspacesModule,
  ],
  controllers: [MappingsController],
  providers: [
    MappingsService,
    MappingRepository,
    SettingsResolver,
    MappingProposals,
    TakeOverMappingsWhenPlaceholderAbsorbed,
    ContainerMappingRepository,
    DropMappingsWhenContainerDeleted,
  ],
  exports: [MappingProposals],
})
export class MappingsModule {}
