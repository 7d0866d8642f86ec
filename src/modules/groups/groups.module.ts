import { MikroOrmModule } from '@mikro-orm/nestjs';
import { Module } from '@nestjs/common';
import { PlatformModule } from '../../platform/platform.module.js';
import { ScimServerModule } from '../../scim-server/scim-server.module.js';
import { UsersModule } from '../users/index.js';
import { GroupEntity, GroupMemberEntity } from './group.entity.js';
import { GroupDirectory } from './group-directory.js';
import { GroupMemberRepository } from './group-member.repository.js';
import { GroupMemberships } from './scim/group-memberships.js';
import { GroupRepository } from './group.repository.js';
import { GroupsController } from './scim/groups.controller.js';
import { GroupsService } from './scim/groups.service.js';
import { LeaveGroupsWhenUserDeleted } from './leave-groups-when-user-deleted.handler.js';
import { GroupsOfUserController } from './rest/groups-of-user.controller.js';
import { GroupsOfUserService } from './rest/groups-of-user.service.js';
import { MemberPageRepository } from './member-page.repository.js';
import { ReceivedGroupMemberRepository } from './rest/received-group-member.repository.js';
import { ReceivedGroupRepository } from './rest/received-group.repository.js';
import { ReceivedGroupsController } from './rest/received-groups.controller.js';
import { ReceivedGroupsService } from './rest/received-groups.service.js';

@Module({
  imports: [PlatformModule, MikroOrmModule.forFeature([GroupEntity, GroupMemberEntity]), ScimServerModule, UsersModule],
  controllers: [GroupsController, ReceivedGroupsController, GroupsOfUserController],
  providers: [
    GroupsService,
    GroupMemberships,
    GroupRepository,
    GroupMemberRepository,
    MemberPageRepository,
    GroupDirectory,
    LeaveGroupsWhenUserDeleted,
    ReceivedGroupsService,
    ReceivedGroupRepository,
    ReceivedGroupMemberRepository,
    GroupsOfUserService,
  ],
  exports: [GroupDirectory],
})
export class GroupsModule {}
