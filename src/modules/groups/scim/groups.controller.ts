import { Body, Delete, Get, HttpCode, Param, Patch, Post, Put } from '@nestjs/common';
import { ApiOperation } from '@nestjs/swagger';
import { CurrentListQuery, CurrentScimCall, type ScimCall } from '../../../scim-server/http/scim-call.js';
import { ScimController } from '../../../scim-server/http/scim-controller.decorator.js';
import { groupResourceType, type ListQuery, type ListResponse, type ScimResource } from '../../../scim/index.js';
import { GroupsService } from './groups.service.js';

@ScimController(groupResourceType)
export class GroupsController {
  constructor(private readonly groups: GroupsService) {}

  @Get()
  @ApiOperation({ summary: 'List or search groups (RFC 7644 §3.4.2)' })
  list(@CurrentScimCall() call: ScimCall, @CurrentListQuery() query: ListQuery): Promise<ListResponse> {
    return this.groups.list(call, query);
  }

  @Post()
  @ApiOperation({ summary: 'Push a group; one that mappings name already is adopted (RFC 7644 §3.3)' })
  create(@CurrentScimCall() call: ScimCall, @Body() body: unknown): Promise<ScimResource> {
    return this.groups.create(call, body);
  }

  @Get(':id')
  @ApiOperation({ summary: 'Read a group (RFC 7644 §3.4.1)' })
  get(@CurrentScimCall() call: ScimCall, @Param('id') id: string): Promise<ScimResource> {
    return this.groups.get(call, id);
  }

  @Put(':id')
  @ApiOperation({ summary: 'Replace a group (RFC 7644 §3.5.1)' })
  replace(@CurrentScimCall() call: ScimCall, @Param('id') id: string, @Body() body: unknown): Promise<ScimResource> {
    return this.groups.replace(call, id, body);
  }

  @Patch(':id')
  @ApiOperation({ summary: 'Change a group: 204, or 200 with the group if attributes are asked for (RFC 7644 §3.5.2)' })
  patch(
    @CurrentScimCall() call: ScimCall,
    @Param('id') id: string,
    @Body() body: unknown,
  ): Promise<ScimResource | undefined> {
    return this.groups.patch(call, id, body);
  }

  @Delete(':id')
  @HttpCode(204)
  @ApiOperation({ summary: 'Delete a group and revoke what it gave (RFC 7644 §3.6)' })
  delete(@CurrentScimCall() call: ScimCall, @Param('id') id: string): Promise<void> {
    return this.groups.delete(call, id);
  }
}
