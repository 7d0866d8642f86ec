import { Module } from '@nestjs/common';
import { PlatformModule } from '../../platform/platform.module.js';
import { AccountRemoval } from './lse-account-removal.js';
import { LseUserRepository } from './lse-user.repository.js';
import { LseUsersController } from './lse-users.controller.js';
import { LseUsersService } from './lse-users.service.js';
import { MeController } from './me.controller.js';
import { UserDirectory } from './user-directory.js';
import { UserIdentifierRepository } from './user-identifier.repository.js';
import { UserRepository } from './user.repository.js';
import { UsersController } from './users.controller.js';
import { UsersService } from './users.service.js';

@Module({
  imports: [PlatformModule],
  controllers: [UsersController, MeController, LseUsersController],
  providers: [
    AccountRemoval,
    LseUserRepository,
    UsersService,
    LseUsersService,
    UserRepository,
    UserIdentifierRepository,
    UserDirectory,
  ],
  exports: [UserDirectory, AccountRemoval],
})
export class UsersModule {}
