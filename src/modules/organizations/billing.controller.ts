import { Controller, Get } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { AdministratorsOnly, CurrentActor } from '../../platform/http/access.decorators.js';
import type { Actor } from '../../platform/http/request-context.js';
import { BillingInfoDto } from './organization.dto.js';
import { OrganizationsService } from './organizations.service.js';

@Controller('api/billing')
@AdministratorsOnly()
@ApiTags('Organizations')
export class BillingController {
  constructor(private readonly organizations: OrganizationsService) {}

  @Get('info')
  @ApiOperation({ summary: 'Seats in use, and what is managed by hand' })
  @ApiOkResponse({ type: BillingInfoDto })
  info(@CurrentActor() actor: Actor): Promise<BillingInfoDto> {
    return this.organizations.billingInfo(actor);
  }
}
