import { Body, Delete, Get, HttpCode, Param, Patch, Post, Put } from '@nestjs/common';
import { ApiOperation } from '@nestjs/swagger';
import { CurrentListQuery, CurrentScimCall, type ScimCall } from '../../../scim-server/http/scim-call.js';
import { ScimController } from '../../../scim-server/http/scim-controller.decorator.js';
import { type ListQuery, type ListResponse, type ScimResource, userResourceType } from '../../../scim/index.js';
import { UsersService } from './users.service.js';

@ScimController(userResourceType)
export class UsersController {
  constructor(private readonly users: UsersService) {}

  @Get()
  @ApiOperation({ summary: 'List or search users (RFC 7644 §3.4.2)' })
  list(@CurrentScimCall() call: ScimCall, @CurrentListQuery() query: ListQuery): Promise<ListResponse> {
    return this.users.list(call, query);
  }

  @Post()
  @ApiOperation({ summary: 'Create a user (RFC 7644 §3.3)' })
  create(@CurrentScimCall() call: ScimCall, @Body() body: unknown): Promise<ScimResource> {
    return this.users.create(call, body);
  }

  @Get(':id')
  @ApiOperation({ summary: 'Read a user (RFC 7644 §3.4.1)' })
  get(@CurrentScimCall() call: ScimCall, @Param('id') id: string): Promise<ScimResource> {
    return this.users.get(call, id);
  }

  @Put(':id')
  @ApiOperation({ summary: 'Replace a user (RFC 7644 §3.5.1)' })
  replace(@CurrentScimCall() call: ScimCall, @Param('id') id: string, @Body() body: unknown): Promise<ScimResource> {
    return this.users.replace(call, id, body);
  }

  @Patch(':id')
  @ApiOperation({ summary: 'Change a user (RFC 7644 §3.5.2)' })
  patch(@CurrentScimCall() call: ScimCall, @Param('id') id: string, @Body() body: unknown): Promise<ScimResource> {
    return this.users.patch(call, id, body);
  }

  @Delete(':id')
  @HttpCode(204)
  @ApiOperation({ summary: 'Delete a user; the account is kept, deactivated (RFC 7644 §3.6)' })
  delete(@CurrentScimCall() call: ScimCall, @Param('id') id: string): Promise<void> {
    return this.users.delete(call, id);
  }
}
