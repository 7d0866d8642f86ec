import { Body, Controller, Get, Param, ParseIntPipe, Patch } from '@nestjs/common';
import { ApiOperation, ApiTags } from '@nestjs/swagger';
import { AdministratorsOnly, AnyMember, CurrentActor } from '../../platform/http/access.decorators.js';
import { Example, ExamplePath } from '../../platform/http/openapi/example.decorators.js';
import { EXAMPLE_ID } from '../../platform/http/openapi/example-names.js';
import type { Actor } from '../../platform/http/request-context.js';
import {
  OrganizationDefaultRoleDto,
  OrganizationDto,
  OrganizationSummaryDto,
  SetDefaultRoleDto,
  UpdateOrganizationDto,
} from './organization.dto.js';
import { OrganizationsService } from './organizations.service.js';

@Controller('api/organizations')
@ApiTags('Organizations')
@ExamplePath({ id: EXAMPLE_ID.organization })
export class OrganizationsController {
  constructor(private readonly organizations: OrganizationsService) {}

  @Get()
  @AnyMember()
  @ApiOperation({ summary: 'The organizations of the caller: their own one' })
  list(@CurrentActor() actor: Actor): Promise<OrganizationSummaryDto[]> {
    return this.organizations.list(actor);
  }

  @Get(':id')
  @AdministratorsOnly()
  @ApiOperation({ summary: 'An organization with its settings and seats' })
  get(@CurrentActor() actor: Actor, @Param('id', ParseIntPipe) id: number): Promise<OrganizationDto> {
    return this.organizations.get(actor, id);
  }

  @Patch(':id')
  @AdministratorsOnly()
  @Example({ title: 'Acme Labs' })
  @ApiOperation({ summary: 'Change settings of an organization' })
  update(
    @CurrentActor() actor: Actor,
    @Param('id', ParseIntPipe) id: number,
    @Body() changes: UpdateOrganizationDto,
  ): Promise<OrganizationDto> {
    return this.organizations.update(actor, id, changes);
  }

  @Patch(':id/set-default-role')
  @AdministratorsOnly()
  @Example({ default_role: 'NO' })
  @ApiOperation({ summary: 'Change the role that new accounts are given' })
  setDefaultRole(
    @CurrentActor() actor: Actor,
    @Param('id', ParseIntPipe) id: number,
    @Body() change: SetDefaultRoleDto,
  ): Promise<OrganizationDefaultRoleDto> {
    return this.organizations.setDefaultRole(actor, id, change);
  }
}
