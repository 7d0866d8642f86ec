import { Body, Controller, Delete, Get, HttpCode, Param, ParseIntPipe, Patch, Post, Query } from '@nestjs/common';
import { ApiCreatedResponse, ApiNoContentResponse, ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { AdministratorsOnly, AnyMember, CurrentActor } from '../../platform/http/access.decorators.js';
import { Example, ExamplePath } from '../../platform/http/openapi/example.decorators.js';
import { EXAMPLE_ID } from '../../platform/http/openapi/example-names.js';
import type { PageOf } from '../../platform/http/page.js';
import type { Actor } from '../../platform/http/request-context.js';
import { CreateProjectDto, ProjectDto, ProjectPageDto, ProjectsQuery, UpdateProjectDto } from './project.dto.js';
import { ProjectsService } from './projects.service.js';

@Controller('api/projects')
@AdministratorsOnly()
@ApiTags('Projects')
@ExamplePath({ id: EXAMPLE_ID.project })
export class ProjectsController {
  constructor(private readonly projects: ProjectsService) {}

  @Get()
  @AnyMember()
  @ApiOperation({ summary: 'One page of the projects that the caller sees' })
  @ApiOkResponse({ type: ProjectPageDto })
  page(@CurrentActor() actor: Actor, @Query() query: ProjectsQuery): Promise<PageOf<ProjectDto>> {
    return this.projects.page(actor, query);
  }

  @Post()
  @Example({ title: 'Chest X-ray' })
  @ApiOperation({ summary: 'Create a project' })
  @ApiCreatedResponse({ type: ProjectDto })
  create(@CurrentActor() actor: Actor, @Body() input: CreateProjectDto): Promise<ProjectDto> {
    return this.projects.create(actor, input);
  }

  @Get(':id')
  @AnyMember()
  @ApiOperation({ summary: 'A project' })
  @ApiOkResponse({ type: ProjectDto })
  get(@CurrentActor() actor: Actor, @Param('id', ParseIntPipe) id: number): Promise<ProjectDto> {
    return this.projects.get(actor, id);
  }

  @Patch(':id')
  @Example({ description: 'Frontal and lateral views' })
  @ApiOperation({ summary: 'Change a project, or move it to another workspace' })
  @ApiOkResponse({ type: ProjectDto })
  update(
    @CurrentActor() actor: Actor,
    @Param('id', ParseIntPipe) id: number,
    @Body() changes: UpdateProjectDto,
  ): Promise<ProjectDto> {
    return this.projects.update(actor, id, changes);
  }

  @Delete(':id')
  @HttpCode(204)
  @ApiOperation({ summary: 'Delete a project, with the memberships in it and the mappings to it' })
  @ApiNoContentResponse({ description: 'The project is gone.' })
  delete(@CurrentActor() actor: Actor, @Param('id', ParseIntPipe) id: number): Promise<void> {
    return this.projects.delete(actor, id);
  }
}
