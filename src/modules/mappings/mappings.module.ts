import { Module } from '@nestjs/common';
import { PlatformModule } from '../../platform/platform.module.js';
import { GroupsModule } from '../groups/index.js';
import { WorkspacesModule } from '../workspaces/index.js';
import { MappingRepository } from './mapping.repository.js';
import { MappingsController } from './mappings.controller.js';
import { MappingsService } from './mappings.service.js';

@Module({
  imports: [PlatformModule, GroupsModule, WorkspacesModule],
  controllers: [MappingsController],
  providers: [MappingsService, MappingRepository],
})
export class MappingsModule {}
