import { Controller, Get, Query } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { AdministratorsOnly, CurrentActor } from '../../../platform/http/access.decorators.js';
import type { Actor } from '../../../platform/http/request-context.js';
import { ConnectionStatusDto, ConnectionStatusQuery } from './connection-status.dto.js';
import { ConnectionStatusService } from './connection-status.service.js';

@Controller('api/scim/status')
@AdministratorsOnly()
@ApiTags('Activity')
export class ConnectionStatusController {
  constructor(private readonly connection: ConnectionStatusService) {}

  @Get()
  @ApiOperation({
    summary:
      'The last request and the last error, how many there were each day, and whether groups came and are mapped',
  })
  @ApiOkResponse({ type: ConnectionStatusDto })
  status(@CurrentActor() actor: Actor, @Query() { days }: ConnectionStatusQuery): Promise<ConnectionStatusDto> {
    return this.connection.status(actor, days);
  }
}
