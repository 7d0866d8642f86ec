import { Body, Delete, Get, HttpCode, Param, Patch, Post, Put } from '@nestjs/common';
import { ApiOperation } from '@nestjs/swagger';
import { ExamplePath } from '../../../platform/http/openapi/example.decorators.js';
import { EXAMPLE_USER } from '../../../platform/http/openapi/example-names.js';
import { CurrentListQuery, CurrentScimCall, type ScimCall } from '../../../scim-server/http/scim-call.js';
import { ScimController } from '../../../scim-server/http/scim-controller.decorator.js';
import { ScimOperation } from '../../../scim-server/openapi/scim-operation.decorator.js';
import { change, creation, DELETION, LIST, reading, replacement } from '../../../scim-server/openapi/scim-shapes.js';
import { type ListQuery, type ListResponse, type ScimResource, userResourceType } from '../../../scim/index.js';
import { CHANGED_USER, CREATED_USER, REPLACED_USER } from './user.examples.js';
import { UsersService } from './users.service.js';

@ScimController(userResourceType)
@ExamplePath({ id: EXAMPLE_USER })
export class UsersController {
  constructor(private readonly users: UsersService) {}

  @Get()
  @ScimOperation(LIST)
  @ApiOperation({ summary: 'List or search users (RFC 7644 §3.4.2)' })
  list(@CurrentScimCall() call: ScimCall, @CurrentListQuery() query: ListQuery): Promise<ListResponse> {
    return this.users.list(call, query);
  }

  @Post()
  @ScimOperation(creation('User'), CREATED_USER)
  @ApiOperation({ summary: 'Create a user (RFC 7644 §3.3)' })
  create(@CurrentScimCall() call: ScimCall, @Body() body: unknown): Promise<ScimResource> {
    return this.users.create(call, body);
  }

  @Get(':id')
  @ScimOperation(reading('User'))
  @ApiOperation({ summary: 'Read a user (RFC 7644 §3.4.1)' })
  get(@CurrentScimCall() call: ScimCall, @Param('id') id: string): Promise<ScimResource> {
    return this.users.get(call, id);
  }

  @Put(':id')
  @ScimOperation(replacement('User'), REPLACED_USER)
  @ApiOperation({ summary: 'Replace a user (RFC 7644 §3.5.1)' })
  replace(@CurrentScimCall() call: ScimCall, @Param('id') id: string, @Body() body: unknown): Promise<ScimResource> {
    return this.users.replace(call, id, body);
  }

  @Patch(':id')
  @ScimOperation(change('User'), CHANGED_USER)
  @ApiOperation({ summary: 'Change a user (RFC 7644 §3.5.2)' })
  patch(@CurrentScimCall() call: ScimCall, @Param('id') id: string, @Body() body: unknown): Promise<ScimResource> {
    return this.users.patch(call, id, body);
  }

  @Delete(':id')
  @HttpCode(204)
  @ScimOperation(DELETION)
  @ApiOperation({ summary: 'Delete a user; the account is kept, deactivated (RFC 7644 §3.6)' })
  delete(@CurrentScimCall() call: ScimCall, @Param('id') id: string): Promise<void> {
    return this.users.delete(call, id);
  }
}
