import { Controller, HttpCode, Post, Query } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { AdministratorsOnly, CurrentActor } from '../../../../platform/http/access.decorators.js';
import type { Actor } from '../../../../platform/http/request-context.js';
import { ReconcileDto, ReconcileQuery } from './reconcile.dto.js';
import { ReconcileService } from './reconcile.service.js';

@Controller('api/provisioning/reconcile')
@ApiTags('Access')
export class ReconcileController {
  constructor(private readonly reconciliation: ReconcileService) {}

  @Post()
  @HttpCode(200)
  @AdministratorsOnly()
  @ApiOperation({ summary: 'Compute everybody’s access anew, and report or repair what is not as the rules have it' })
  @ApiOkResponse({ type: ReconcileDto })
  reconcile(
    @CurrentActor() { organizationId }: Actor,
    @Query() { dry_run: dryRun }: ReconcileQuery,
  ): Promise<ReconcileDto> {
    return dryRun ? this.reconciliation.check(organizationId) : this.reconciliation.repair(organizationId);
  }
}
