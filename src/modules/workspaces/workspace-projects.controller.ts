import { Body, Controller, Delete, Get, HttpCode, Param, ParseIntPipe, Post, Query } from '@nestjs/common';
import { ApiCreatedResponse, ApiNoContentResponse, ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { AdministratorsOnly, AnyMember, CurrentActor } from '../../platform/http/access.decorators.js';
import { Example, ExamplePath } from '../../platform/http/openapi/example.decorators.js';
import { EXAMPLE_ID, NOBODY } from '../../platform/http/openapi/example-names.js';
import { OptionalBody } from '../../platform/http/optional-body.decorator.js';
import type { Actor } from '../../platform/http/request-context.js';
import { ProjectDto } from './project.dto.js';
import { ProjectPlacement } from './project-placement.service.js';
import { MaybeProjectDto, PlacedProjectDto, ProjectOfWorkspaceDto } from './workspace.dto.js';

@Controller('api/workspaces/:id/projects')
@AdministratorsOnly()
@ApiTags('Workspaces')
@ExamplePath({ id: EXAMPLE_ID.workspace })
export class WorkspaceProjectsController {
  constructor(private readonly placement: ProjectPlacement) {}

  @Get()
  @AnyMember()
  @ApiOperation({ summary: 'The projects of a workspace that the caller sees' })
  @ApiOkResponse({ type: [ProjectDto] })
  list(@CurrentActor() actor: Actor, @Param('id', ParseIntPipe) id: number): Promise<ProjectDto[]> {
    return this.placement.list(actor, id);
  }

  @Post()
  @Example({ project: NOBODY })
  @ApiOperation({ summary: 'Move a project into a workspace' })
  @ApiCreatedResponse({ type: PlacedProjectDto })
  add(
    @CurrentActor() actor: Actor,
    @Param('id', ParseIntPipe) id: number,
    @Body() { project }: ProjectOfWorkspaceDto,
  ): Promise<PlacedProjectDto> {
    return this.placement.add(actor, id, project);
  }

  @Delete()
  @OptionalBody(MaybeProjectDto)
  @HttpCode(204)
  @Example({ project: NOBODY })
  @ApiOperation({ summary: 'Take a project out of a workspace; it is in none then' })
  @ApiNoContentResponse({ description: 'The project is in no workspace.' })
  remove(
    @CurrentActor() actor: Actor,
    @Param('id', ParseIntPipe) id: number,
    @Query() query: MaybeProjectDto,
    @Body() body: MaybeProjectDto,
  ): Promise<void> {
    return this.placement.remove(actor, id, query.project ?? body.project);
  }
}
