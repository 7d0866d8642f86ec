import { Module } from '@nestjs/common';
import { PlatformModule } from '../../platform/platform.module.js';
import { UsersModule } from '../users/index.js';
import { AccessController } from './access.controller.js';
import { AccessRepository } from './access.repository.js';
import { ExplainRepository } from './explain.repository.js';
import { ExplainService } from './explain.service.js';
import { ReprovisionHandlers } from './reprovision.handlers.js';

@Module({
  imports: [PlatformModule, UsersModule],
  controllers: [AccessController],
  providers: [AccessRepository, ExplainRepository, ExplainService, ReprovisionHandlers],
})
export class ProvisioningModule {}
