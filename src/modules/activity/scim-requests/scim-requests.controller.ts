import { Controller, Get, Query } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { AdministratorsOnly, CurrentActor } from '../../../platform/http/access.decorators.js';
import type { PageOf } from '../../../platform/http/page.js';
import type { Actor } from '../../../platform/http/request-context.js';
import { type ScimRequestDto, ScimRequestPageDto, ScimRequestsQuery } from './scim-request.dto.js';
import { ScimRequestsService } from './scim-requests.service.js';

@Controller('api/scim/requests')
@AdministratorsOnly()
@ApiTags('Activity')
export class ScimRequestsController {
  constructor(private readonly requests: ScimRequestsService) {}

  @Get()
  @ApiOperation({ summary: 'What the identity provider sent and what came of it, newest first' })
  @ApiOkResponse({ type: ScimRequestPageDto })
  page(@CurrentActor() actor: Actor, @Query() query: ScimRequestsQuery): Promise<PageOf<ScimRequestDto>> {
    return this.requests.page(actor, query);
  }
}
