import { Controller, Get, Param, ParseIntPipe, Query, type StreamableFile } from '@nestjs/common';
import { ApiNotFoundResponse, ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { AdministratorsOnly, CurrentActor } from '../../platform/http/access.decorators.js';
import { ApiCsvResponse } from '../../platform/http/csv/csv.decorators.js';
import { ExamplePath } from '../../platform/http/openapi/example.decorators.js';
import { EXAMPLE_ID } from '../../platform/http/openapi/example-names.js';
import type { PageOf } from '../../platform/http/page.js';
import type { Actor } from '../../platform/http/request-context.js';
import {
  ActivityLogDto,
  ActivityLogFilter,
  ActivityLogQuery,
  type LoggedAccessChangeDto,
  LoggedAccessChangePageDto,
  LoggedAccessChangesQuery,
} from './activity-log.dto.js';
import { ActivityLogService } from './activity-log.service.js';
import { ACTIVITY_COLUMNS, ActivityExportService } from './export/activity-export.service.js';

@Controller('api/activity-logs')
@AdministratorsOnly()
@ApiTags('Activity')
@ExamplePath({ id: EXAMPLE_ID.activityEntry })
export class ActivityLogController {
  constructor(
    private readonly log: ActivityLogService,
    private readonly exports: ActivityExportService,
  ) {}

  @Get()
  @ApiOperation({ summary: 'What was done, newest first, and what it did to people’s access' })
  @ApiOkResponse({ type: ActivityLogDto })
  page(@CurrentActor() actor: Actor, @Query() query: ActivityLogQuery): Promise<ActivityLogDto> {
    return this.log.page(actor, query);
  }

  @Get(':id/access-changes')
  @ApiOperation({ summary: 'One page of the changes of access that an entry of the activity log brought about' })
  @ApiOkResponse({ type: LoggedAccessChangePageDto })
  @ApiNotFoundResponse({ description: 'There is no such entry.' })
  changes(
    @CurrentActor() actor: Actor,
    @Param('id', ParseIntPipe) id: number,
    @Query() query: LoggedAccessChangesQuery,
  ): Promise<PageOf<LoggedAccessChangeDto>> {
    return this.log.changesOf(actor, id, query);
  }

  @Get('export')
  @ApiOperation({
    summary: 'The activity log as a CSV file, newest first',
    description:
      'A line for each change of access, beside the entry that brought it about, and one for each entry without any. ' +
      'Text that a spreadsheet would run as a formula has an apostrophe in front.',
  })
  @ApiCsvResponse(ACTIVITY_COLUMNS)
  export(@CurrentActor() actor: Actor, @Query() filter: ActivityLogFilter): Promise<StreamableFile> {
    return this.exports.file(actor, filter);
  }
}
