import { Controller, Get, Param, ParseIntPipe, Query } from '@nestjs/common';
import { ApiNotFoundResponse, ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { AdministratorsOnly, CurrentActor } from '../../../platform/http/access.decorators.js';
import { ExamplePath } from '../../../platform/http/openapi/example.decorators.js';
import { EXAMPLE_ID } from '../../../platform/http/openapi/example-names.js';
import type { PageOf } from '../../../platform/http/page.js';
import type { Actor } from '../../../platform/http/request-context.js';
import {
  ReceivedGroupDto,
  type ReceivedGroupMemberDto,
  ReceivedGroupMemberPageDto,
  ReceivedGroupMembersQuery,
  ReceivedGroupPageDto,
  ReceivedGroupsQuery,
} from './received-group.dto.js';
import { ReceivedGroupsService } from './received-groups.service.js';

@Controller('api/scim/groups')
@AdministratorsOnly()
@ApiTags('SCIM settings')
@ExamplePath({ id: EXAMPLE_ID.group })
export class ReceivedGroupsController {
  constructor(private readonly groups: ReceivedGroupsService) {}

  @Get()
  @ApiOperation({ summary: 'The groups of the identity provider, with member counts and whether a mapping names them' })
  @ApiOkResponse({ type: ReceivedGroupPageDto })
  page(@CurrentActor() actor: Actor, @Query() query: ReceivedGroupsQuery): Promise<PageOf<ReceivedGroupDto>> {
    return this.groups.page(actor, query);
  }

  @Get(':id')
  @ApiOperation({ summary: 'A group of the identity provider' })
  @ApiOkResponse({ type: ReceivedGroupDto })
  @ApiNotFoundResponse({ description: 'The organization has no such group.' })
  get(@CurrentActor() actor: Actor, @Param('id', ParseIntPipe) id: number): Promise<ReceivedGroupDto> {
    return this.groups.get(actor, id);
  }

  @Get(':id/members')
  @ApiOperation({ summary: 'One page of the members of a group, in the order of their ids' })
  @ApiOkResponse({ type: ReceivedGroupMemberPageDto })
  @ApiNotFoundResponse({ description: 'The organization has no such group.' })
  members(
    @CurrentActor() actor: Actor,
    @Param('id', ParseIntPipe) id: number,
    @Query() query: ReceivedGroupMembersQuery,
  ): Promise<PageOf<ReceivedGroupMemberDto>> {
    return this.groups.members(actor, id, query);
  }
}
