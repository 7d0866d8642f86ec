import { Body, Controller, Delete, Get, HttpCode, Param, ParseIntPipe, Post, Query } from '@nestjs/common';
import {
  ApiBadRequestResponse,
  ApiCreatedResponse,
  ApiNoContentResponse,
  ApiOkResponse,
  ApiOperation,
  ApiTags,
} from '@nestjs/swagger';
import { AdministratorsOnly, AnyMember, CurrentActor } from '../../../../platform/http/access.decorators.js';
import { Example, ExamplePath } from '../../../../platform/http/openapi/example.decorators.js';
import { EXAMPLE_ID, NOBODY } from '../../../../platform/http/openapi/example-names.js';
import type { Actor } from '../../../../platform/http/request-context.js';
import { GiveProjectRoleDto, ProjectRoleDto, ProjectRolesQuery } from './project-members.dto.js';
import { ProjectRolesService } from './project-roles.service.js';

@Controller('api/projects')
@AdministratorsOnly()
@ApiTags('Projects')
@ExamplePath({ id: EXAMPLE_ID.project })
export class ProjectRolesController {
  constructor(private readonly roles: ProjectRolesService) {}

  @Get('roles')
  @AnyMember()
  @ApiOperation({ summary: "The caller's own explicit roles, in all projects or in some" })
  @ApiOkResponse({ type: [ProjectRoleDto] })
  listOwn(@CurrentActor() actor: Actor, @Query() { ids }: ProjectRolesQuery): Promise<ProjectRoleDto[]> {
    return this.roles.listOwn(actor, ids);
  }

  @Post('roles')
  @Example({ project: NOBODY, user: NOBODY, role: 'RE' })
  @ApiOperation({ summary: 'Give somebody an explicit role in a project by hand' })
  @ApiCreatedResponse({ type: ProjectRoleDto })
  @ApiBadRequestResponse({ description: 'There is no such project or user, or their role reaches every project.' })
  add(@CurrentActor() actor: Actor, @Body() input: GiveProjectRoleDto): Promise<ProjectRoleDto> {
    return this.roles.add(actor, input);
  }

  @Delete('roles/:id')
  @HttpCode(204)
  @ApiOperation({ summary: 'Take an explicit role by hand; the organization role counts again' })
  @ApiNoContentResponse({ description: 'What a hand gave is taken; a group may still give a role.' })
  @ApiBadRequestResponse({ description: 'Only a group gives this role.' })
  remove(@CurrentActor() actor: Actor, @Param('id', ParseIntPipe) id: number): Promise<void> {
    return this.roles.remove(actor, id);
  }

  @Get(':id/roles')
  @ApiOperation({ summary: 'All explicit roles in a project' })
  @ApiOkResponse({ type: [ProjectRoleDto] })
  list(@CurrentActor() actor: Actor, @Param('id', ParseIntPipe) id: number): Promise<ProjectRoleDto[]> {
    return this.roles.list(actor, id);
  }
}
