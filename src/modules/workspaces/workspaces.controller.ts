import { Body, Controller, Get, Param, ParseIntPipe, Post } from '@nestjs/common';
import { ApiOperation, ApiTags } from '@nestjs/swagger';
import { AdministratorsOnly, CurrentActor } from '../../platform/http/access.decorators.js';
import type { Actor } from '../../platform/http/request-context.js';
import { CreateWorkspaceDto, WorkspaceDto } from './workspace.dto.js';
import { WorkspacesService } from './workspaces.service.js';

@Controller('api/workspaces')
@AdministratorsOnly()
@ApiTags('Workspaces')
export class WorkspacesController {
  constructor(private readonly workspaces: WorkspacesService) {}

  @Get()
  @ApiOperation({ summary: 'All workspaces' })
  list(@CurrentActor() actor: Actor): Promise<WorkspaceDto[]> {
    return this.workspaces.list(actor);
  }

  @Post()
  @ApiOperation({ summary: 'Create a workspace' })
  create(@CurrentActor() actor: Actor, @Body() input: CreateWorkspaceDto): Promise<WorkspaceDto> {
    return this.workspaces.create(actor, input);
  }

  @Get(':id')
  @ApiOperation({ summary: 'A workspace' })
  get(@CurrentActor() actor: Actor, @Param('id', ParseIntPipe) id: number): Promise<WorkspaceDto> {
    return this.workspaces.get(actor, id);
  }
}
