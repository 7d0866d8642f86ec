import { MikroOrmModule } from '@mikro-orm/nestjs';
import { Module } from '@nestjs/common';
import { PlatformModule } from '../../platform/platform.module.js';
import { ScimServerModule } from '../../scim-server/scim-server.module.js';
import { UserEntity, UserTotalEntity } from './user.entity.js';
import { AccountRemoval } from './rest/lse-account-removal.js';
import { LseUserRepository } from './rest/lse-user.repository.js';
import { LseUsersController } from './rest/lse-users.controller.js';
import { LseUsersService } from './rest/lse-users.service.js';
import { MeController } from './scim/me.controller.js';
import { UserDirectory } from './user-directory.js';
import { UserIdentifierRepository } from './user-identifier.repository.js';
import { UserTotalJob } from './user-total.job.js';
import { UserTotalRepository } from './user-total.repository.js';
import { UserRepository } from './user.repository.js';
import { UsersController } from './scim/users.controller.js';
import { UsersService } from './scim/users.service.js';

@Module({
  imports: [PlatformModule, MikroOrmModule.forFeature([UserEntity, UserTotalEntity]), ScimServerModule],
  controllers: [UsersController, MeController, LseUsersController],
  providers: [
    AccountRemoval,
    LseUserRepository,
    UsersService,
    LseUsersService,
    UserRepository,
    UserIdentifierRepository,
    UserTotalRepository,
    UserTotalJob,
    UserDirectory,
  ],
  exports: [UserDirectory, AccountRemoval],
})
export class UsersModule {}
