import { Controller, Get, Query, type StreamableFile } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { AdministratorsOnly, CurrentActor } from '../../../platform/http/access.decorators.js';
import { ApiCsvResponse } from '../../../platform/http/csv/csv.decorators.js';
import type { PageOf } from '../../../platform/http/page.js';
import type { Actor } from '../../../platform/http/request-context.js';
import {
  type ScimRequestDto,
  ScimRequestPageDto,
  ScimRequestsFilterQuery,
  ScimRequestsQuery,
} from './scim-request.dto.js';
import { SCIM_REQUEST_COLUMNS, ScimRequestsService } from './scim-requests.service.js';

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

  @Get('export')
  @ApiOperation({
    summary: 'What the identity provider sent and what came of it, as a CSV file, newest first',
    description:
      'Bodies stand as JSON, masked and cut as in the list. Text that a spreadsheet would run as a formula has an ' +
      'apostrophe in front.',
  })
  @ApiCsvResponse(SCIM_REQUEST_COLUMNS)
  export(@CurrentActor() actor: Actor, @Query() query: ScimRequestsFilterQuery): Promise<StreamableFile> {
    return this.requests.file(actor, query);
  }
}
