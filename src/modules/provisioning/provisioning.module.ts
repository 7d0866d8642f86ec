import { Module } from '@nestjs/common';
import { PlatformModule } from '../../platform/platform.module.js';
import { UsersModule } from '../users/index.js';
import { AccessController } from './access.controller.js';
import { AccessRepository } from './access.repository.js';
import { ExplainRepository } from './explain.repository.js';
import { ExplainService } from './explain.service.js';
import { ReprovisionHandlers } from './reprovision.handlers.js';
import { SignInController } from './sign-in.controller.js';
import { SignInService } from './sign-in.service.js';

@Module({
  imports: [PlatformModule, UsersModule],
  controllers: [AccessController, SignInController],
  providers: [AccessRepository, ExplainRepository, ExplainService, ReprovisionHandlers, SignInService],
})
export class ProvisioningModule {}
