import { Module } from '@nestjs/common';
import { PlatformModule } from '../../platform/platform.module.js';
import { UsersModule } from '../users/index.js';
import { GroupDirectory } from './group-directory.js';
import { GroupMemberRepository } from './group-member.repository.js';
import { GroupMemberships } from './group-memberships.js';
import { GroupRepository } from './group.repository.js';
import { GroupsController } from './groups.controller.js';
import { GroupsService } from './groups.service.js';
import { LeaveGroupsWhenUserDeleted } from './leave-groups-when-user-deleted.handler.js';

@Module({
  imports: [PlatformModule, UsersModule],
  controllers: [GroupsController],
  providers: [
    GroupsService,
    GroupMemberships,
    GroupRepository,
    GroupMemberRepository,
    GroupDirectory,
    LeaveGroupsWhenUserDeleted,
  ],
  exports: [GroupDirectory],
})
export class GroupsModule {}
