import { Body, Controller, Get, Param, ParseIntPipe, Post, Query } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { AdministratorsOnly, CurrentActor } from '../../platform/http/access.decorators.js';
import { type PageOf, PageQuery } from '../../platform/http/page.js';
import type { Actor } from '../../platform/http/request-context.js';
import { CreateProjectDto, ProjectDto, ProjectPageDto } from './project.dto.js';
import { ProjectsService } from './projects.service.js';

@Controller('api/projects')
@AdministratorsOnly()
@ApiTags('Projects')
export class ProjectsController {
  constructor(private readonly projects: ProjectsService) {}

  @Get()
  @ApiOperation({ summary: 'One page of all projects' })
  @ApiOkResponse({ type: ProjectPageDto })
  page(@CurrentActor() actor: Actor, @Query() query: PageQuery): Promise<PageOf<ProjectDto>> {
    return this.projects.page(actor, query);
  }

  @Post()
  @ApiOperation({ summary: 'Create a project' })
  create(@CurrentActor() actor: Actor, @Body() input: CreateProjectDto): Promise<ProjectDto> {
    return this.projects.create(actor, input);
  }

  @Get(':id')
  @ApiOperation({ summary: 'A project' })
  get(@CurrentActor() actor: Actor, @Param('id', ParseIntPipe) id: number): Promise<ProjectDto> {
    return this.projects.get(actor, id);
  }
}
