import { Body, Controller, Delete, Get, HttpCode, Param, ParseIntPipe, Patch, Post, Query } from '@nestjs/common';
import {
  ApiBadRequestResponse,
  ApiCreatedResponse,
  ApiNoContentResponse,
  ApiOkResponse,
  ApiOperation,
  ApiTags,
} from '@nestjs/swagger';
import { AdministratorsOnly, AnyMember, CurrentActor } from '../../platform/http/access.decorators.js';
import { Example, ExamplePath } from '../../platform/http/openapi/example.decorators.js';
import { EXAMPLE_ID } from '../../platform/http/openapi/example-names.js';
import type { Actor } from '../../platform/http/request-context.js';
import { CreateWorkspaceDto, UpdateWorkspaceDto, WorkspaceDto, WorkspacesQuery } from './workspace.dto.js';
import { WorkspacesService } from './workspaces.service.js';

@Controller('api/workspaces')
@AdministratorsOnly()
@ApiTags('Workspaces')
@ExamplePath({ id: EXAMPLE_ID.workspace })
export class WorkspacesController {
  constructor(private readonly workspaces: WorkspacesService) {}

  @Get()
  @AnyMember()
  @ApiOperation({ summary: 'All workspaces that the caller sees' })
  @ApiOkResponse({ type: [WorkspaceDto] })
  list(@CurrentActor() actor: Actor, @Query() query: WorkspacesQuery): Promise<WorkspaceDto[]> {
    return this.workspaces.list(actor, query);
  }

  @Post()
  @Example({ title: 'Dermatology' })
  @ApiOperation({ summary: 'Create a workspace' })
  @ApiCreatedResponse({ type: WorkspaceDto })
  create(@CurrentActor() actor: Actor, @Body() input: CreateWorkspaceDto): Promise<WorkspaceDto> {
    return this.workspaces.create(actor, input);
  }

  @Get(':id')
  @AnyMember()
  @ApiOperation({ summary: 'A workspace' })
  @ApiOkResponse({ type: WorkspaceDto })
  get(@CurrentActor() actor: Actor, @Param('id', ParseIntPipe) id: number): Promise<WorkspaceDto> {
    return this.workspaces.get(actor, id);
  }

  @Patch(':id')
  @Example({ description: 'CT and MRI' })
  @ApiOperation({ summary: 'Change a workspace' })
  @ApiOkResponse({ type: WorkspaceDto })
  update(
    @CurrentActor() actor: Actor,
    @Param('id', ParseIntPipe) id: number,
    @Body() changes: UpdateWorkspaceDto,
  ): Promise<WorkspaceDto> {
    return this.workspaces.update(actor, id, changes);
  }

  @Delete(':id')
  @HttpCode(204)
  @ApiOperation({ summary: 'Delete a workspace, with the memberships in it and the mappings to it' })
  @ApiNoContentResponse({ description: 'The workspace is gone.' })
  @ApiBadRequestResponse({ description: 'The workspace holds projects.' })
  delete(@CurrentActor() actor: Actor, @Param('id', ParseIntPipe) id: number): Promise<void> {
    return this.workspaces.delete(actor, id);
  }
}
