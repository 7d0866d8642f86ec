import { Body, Controller, Delete, Get, HttpCode, Param, ParseIntPipe, Post, Query } from '@nestjs/common';
import {
  ApiBadRequestResponse,
  ApiCreatedResponse,
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
import { LseUserDto } from '../../../users/index.js';
import { MaybeUserDto, MemberSelectionDto, UnassignmentsDto } from '../member-selection.dto.js';
import {
  ProjectAssignmentsDto,
  ProjectMemberDto,
  ProjectMemberPageDto,
  ProjectMemberSelectionDto,
  ProjectMembersListQuery,
  ProjectMembersQuery,
  type ProjectMemberUserDto,
} from './project-members.dto.js';
import { ProjectMembersService } from './project-members.service.js';

@Controller('api/projects/:id/members')
@AdministratorsOnly()
@ApiTags('Projects')
@ExamplePath({ id: EXAMPLE_ID.project })
@ApiNotFoundResponse({ description: 'The organization has no such project.' })
export class ProjectMembersController {
  constructor(private readonly members: ProjectMembersService) {}

  @Get()
  @ApiOperation({ summary: 'All members of a project, or some of them' })
  @ApiOkResponse({ type: [LseUserDto] })
  list(
    @CurrentActor() actor: Actor,
    @Param('id', ParseIntPipe) id: number,
    @Query() { user_ids }: ProjectMembersListQuery,
  ): Promise<LseUserDto[]> {
    return this.members.list(actor, id, user_ids);
  }

  @Get('paginated')
  @ApiOperation({ summary: 'One page of the members of a project, with what makes them members' })
  @ApiOkResponse({ type: ProjectMemberPageDto })
  page(
    @CurrentActor() actor: Actor,
    @Param('id', ParseIntPipe) id: number,
    @Query() query: ProjectMembersQuery,
  ): Promise<PageOf<ProjectMemberUserDto>> {
    return this.members.page(actor, id, query);
  }

  @Post()
  @Example({ user: NOBODY })
  @ApiOperation({ summary: 'Make somebody a member by hand, with their organization role' })
  @ApiCreatedResponse({ type: ProjectMemberDto })
  @ApiBadRequestResponse({ description: 'There is no such user, or their role reaches every project.' })
  add(
    @CurrentActor() actor: Actor,
    @Param('id', ParseIntPipe) id: number,
    @Body() { user }: ProjectMemberDto,
  ): Promise<ProjectMemberDto> {
    return this.members.add(actor, id, user);
  }

  @Post('bulk')
  @OptionalBody(ProjectMemberSelectionDto)
  @HttpCode(200)
  @Example({ included: [NOBODY] })
  @ApiOperation({ summary: 'Make several users members by hand, some of them with explicit roles' })
  @ApiOkResponse({ type: ProjectAssignmentsDto })
  addAll(
    @CurrentActor() actor: Actor,
    @Param('id', ParseIntPipe) id: number,
    @Query() query: MemberSelectionDto,
    @Body() body: ProjectMemberSelectionDto,
  ): Promise<ProjectAssignmentsDto> {
    return this.members.addAll(actor, id, { ...query, ...body });
  }

  @Delete()
  @OptionalBody(MaybeUserDto)
  @HttpCode(204)
  @Example({ user: NOBODY })
  @ApiOperation({ summary: 'Remove a member by hand, named in the query or the body' })
  @ApiNoContentResponse({ description: 'What a hand gave is taken; a group may still make them a member.' })
  @ApiBadRequestResponse({ description: 'A group, the workspace or their role makes them a member.' })
  remove(
    @CurrentActor() actor: Actor,
    @Param('id', ParseIntPipe) id: number,
    @Query() query: MaybeUserDto,
    @Body() body: MaybeUserDto,
  ): Promise<void> {
    return this.members.remove(actor, id, query.user ?? query.user_id ?? body.user ?? body.user_id);
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
