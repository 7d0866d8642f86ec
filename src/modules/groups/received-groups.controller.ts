import { Controller, Get, Query } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { AdministratorsOnly, CurrentActor } from '../../platform/http/access.decorators.js';
import type { PageOf } from '../../platform/http/page.js';
import type { Actor } from '../../platform/http/request-context.js';
import { type ReceivedGroupDto, ReceivedGroupPageDto, ReceivedGroupsQuery } from './received-group.dto.js';
import { ReceivedGroupsService } from './received-groups.service.js';

@Controller('api/scim/groups')
@AdministratorsOnly()
@ApiTags('SCIM settings')
export class ReceivedGroupsController {
  constructor(private readonly groups: ReceivedGroupsService) {}

  @Get()
  @ApiOperation({ summary: 'The groups of the identity provider, with member counts and whether a mapping names them' })
  @ApiOkResponse({ type: ReceivedGroupPageDto })
  page(@CurrentActor() actor: Actor, @Query() query: ReceivedGroupsQuery): Promise<PageOf<ReceivedGroupDto>> {
    return this.groups.page(actor, query);
  }
}
