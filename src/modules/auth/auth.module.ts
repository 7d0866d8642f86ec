import { MikroOrmModule } from '@mikro-orm/nestjs';
import { Module } from '@nestjs/common';
import { APP_GUARD } from '@nestjs/core';
import { PlatformModule } from '../../platform/platform.module.js';
import { OrganizationsModule } from '../organizations/index.js';
import { UsersModule } from '../users/index.js';
import { AccessTokenEntity } from './access-token.entity.js';
import { AccessTokenRepository } from './access-token.repository.js';
import { AccessTokensController } from './access-tokens.controller.js';
import { AccessTokensService } from './access-tokens.service.js';
import { AccessGuard } from './access.guard.js';
import { BearerStrategy } from './bearer.strategy.js';
import { FirstStartService } from './first-start.js';
import { OrganizationFoundingService } from './organization-founding.service.js';
import { RateLimitMetrics } from './rate-limit/rate-limit.metrics.js';
import { RateLimiter } from './rate-limit/rate-limiter.js';
import { TokenAdministrationRepository } from './token-administration.repository.js';
import { TokenAdministrationService } from './token-administration.service.js';
import { tokenRetention } from './token-retention.js';
import { TokenOwnersProvider } from './token-owners.provider.js';

@Module({
  imports: [PlatformModule, MikroOrmModule.forFeature([AccessTokenEntity]), OrganizationsModule, UsersModule],
  controllers: [AccessTokensController],
  providers: [
    { provide: APP_GUARD, useClass: AccessGuard },
    AccessTokensService,
    AccessTokenRepository,
    BearerStrategy,
    RateLimiter,
    RateLimitMetrics,
    FirstStartService,
    TokenOwnersProvider,
    tokenRetention,
    OrganizationFoundingService,
    TokenAdministrationService,
    TokenAdministrationRepository,
  ],
  exports: [FirstStartService],
})
export class AuthModule {}
