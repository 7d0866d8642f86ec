import { Body, Controller, Delete, Get, HttpCode, Param, ParseIntPipe, Post, Query } from '@nestjs/common';
import {
  ApiBadRequestResponse,
  ApiNoContentResponse,
  ApiNotFoundResponse,
  ApiOkResponse,
  ApiOperation,
  ApiTags,
} from '@nestjs/swagger';
import { AdministratorsOnly, CurrentActor } from '../../../../platform/http/access.decorators.js';
import { Example, ExamplePath } from '../../../../platform/http/openapi/example.decorators.js';
import { EXAMPLE_ID, NOBODY } from '../../../../platform/http/openapi/example-names.js';
import { OptionalBody } from '../../../../platform/http/optional-body.decorator.js';
import type { PageOf } from '../../../../platform/http/page.js';
import type { Actor } from '../../../../platform/http/request-context.js';
import type { LseUserDto } from '../../../users/index.js';
import { MaybeUserDto, MemberSelectionDto, UnassignmentsDto } from '../member-selection.dto.js';
import { MembersQuery } from '../members-query.dto.js';
import {
  AddedWorkspaceMemberDto,
  AddWorkspaceMemberDto,
  AssignmentsDto,
  UserPageDto,
  WorkspaceMemberDto,
} from './workspace-members.dto.js';
import { WorkspaceMembersService } from './workspace-members.service.js';

@Controller('api/workspaces/:id/memberships')
@AdministratorsOnly()
@ApiTags('Workspaces')
@ExamplePath({ id: EXAMPLE_ID.workspace })
@ApiNotFoundResponse({ description: 'The organization has no such workspace.' })
export class WorkspaceMembersController {
  constructor(private readonly members: WorkspaceMembersService) {}

  @Get()
  @ApiOperation({ summary: 'All members of a workspace, by group or by hand' })
  @ApiOkResponse({ type: [WorkspaceMemberDto] })
  list(@CurrentActor() actor: Actor, @Param('id', ParseIntPipe) id: number): Promise<WorkspaceMemberDto[]> {
    return this.members.list(actor, id);
  }

  @Get('paginated')
  @ApiOperation({ summary: 'One page of the members of a workspace' })
  @ApiOkResponse({ type: UserPageDto })
  page(
    @CurrentActor() actor: Actor,
    @Param('id', ParseIntPipe) id: number,
    @Query() query: MembersQuery,
  ): Promise<PageOf<LseUserDto>> {
    return this.members.page(actor, id, query);
  }

  @Post()
  @HttpCode(200)
  @Example({ user: NOBODY })
  @ApiOperation({ summary: 'Make somebody a member by hand' })
  @ApiOkResponse({ type: AddedWorkspaceMemberDto })
  @ApiBadRequestResponse({ description: 'The organization has no such user.' })
  add(
    @CurrentActor() actor: Actor,
    @Param('id', ParseIntPipe) id: number,
    @Body() { user }: AddWorkspaceMemberDto,
  ): Promise<AddedWorkspaceMemberDto> {
    return this.members.add(actor, id, user);
  }

  @Post('bulk')
  @HttpCode(200)
  @Example({ included: [NOBODY] })
  @ApiOperation({ summary: 'Make several users members by hand' })
  @ApiOkResponse({ type: AssignmentsDto })
  addAll(
    @CurrentActor() actor: Actor,
    @Param('id', ParseIntPipe) id: number,
    @Body() selection: MemberSelectionDto,
  ): Promise<AssignmentsDto> {
    return this.members.addAll(actor, id, selection);
  }

  @Delete()
  @OptionalBody(MaybeUserDto)
  @HttpCode(204)
  @Example({ user: NOBODY })
  @ApiOperation({ summary: 'Remove a member by hand, named in the query or the body' })
  @ApiNoContentResponse({ description: 'What a hand gave is taken; a group may still make them a member.' })
  @ApiBadRequestResponse({ description: 'Only a group makes them a member, or their role reaches everything.' })
  remove(
    @CurrentActor() actor: Actor,
    @Param('id', ParseIntPipe) id: number,
    @Query() query: MaybeUserDto,
    @Body() body: MaybeUserDto,
  ): Promise<void> {
    return this.members.remove(actor, id, query.user_id ?? query.user ?? body.user_id ?? body.user);
  }

  @Delete('bulk')
  @OptionalBody(MemberSelectionDto)
  @Example({ included: [NOBODY] })
  @ApiOperation({ summary: 'Remove several members by hand, selected in the query or the body' })
  @ApiOkResponse({ type: UnassignmentsDto })
  removeAll(
    @CurrentActor() actor: Actor,
    @Param('id', ParseIntPipe) id: number,
    @Query() query: MemberSelectionDto,
    @Body() body: MemberSelectionDto,
  ): Promise<UnassignmentsDto> {
    return this.members.removeAll(actor, id, { ...body, ...query });
  }
}
