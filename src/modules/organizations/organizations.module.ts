import { MikroOrmModule } from '@mikro-orm/nestjs';
import { Module } from '@nestjs/common';
import { PlatformModule } from '../../platform/platform.module.js';
import { BillingController } from './billing.controller.js';
import { OrganizationDirectory } from './organization-directory.js';
import { OrganizationEntity } from './organization.entity.js';
import { OrganizationRepository } from './organization.repository.js';
import { OrganizationsController } from './organizations.controller.js';
import { OrganizationsService } from './organizations.service.js';

@Module({
  imports: [PlatformModule, MikroOrmModule.forFeature([OrganizationEntity])],
  controllers: [OrganizationsController, BillingController],
  providers: [OrganizationsService, OrganizationRepository, OrganizationDirectory],
  exports: [OrganizationDirectory],
})
export class OrganizationsModule {}
