import { Controller, Get, Query } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { AdministratorsOnly, CurrentActor } from '../../platform/http/access.decorators.js';
import type { Actor } from '../../platform/http/request-context.js';
import { ActivityLogDto, ActivityLogQuery } from './activity-log.dto.js';
import { ActivityLogService } from './activity-log.service.js';

@Controller('api/activity-logs')
@AdministratorsOnly()
@ApiTags('Activity')
export class ActivityLogController {
  constructor(private readonly log: ActivityLogService) {}

  @Get()
  @ApiOperation({ summary: 'What was done, newest first, and what it did to people’s access' })
  @ApiOkResponse({ type: ActivityLogDto })
  page(@CurrentActor() actor: Actor, @Query() query: ActivityLogQuery): Promise<ActivityLogDto> {
    return this.log.page(actor, query);
  }
}
