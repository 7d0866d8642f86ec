import { Body, Delete, Get, HttpCode, Param, Patch, Post, Put } from '@nestjs/common';
import { ApiOperation } from '@nestjs/swagger';
import { ExamplePath } from '../../../platform/http/openapi/example.decorators.js';
import { EXAMPLE_GROUP } from '../../../platform/http/openapi/example-names.js';
import { CurrentListQuery, CurrentScimCall, type ScimCall } from '../../../scim-server/http/scim-call.js';
import { ScimController } from '../../../scim-server/http/scim-controller.decorator.js';
import { ScimOperation } from '../../../scim-server/openapi/scim-operation.decorator.js';
import {
  answer,
  change,
  creation,
  DELETION,
  LIST,
  reading,
  replacement,
} from '../../../scim-server/openapi/scim-shapes.js';
import { groupResourceType, type ListQuery, type ListResponse, type ScimResource } from '../../../scim/index.js';
import { CHANGED_GROUP, CREATED_GROUP, REPLACED_GROUP } from './group.examples.js';
import { GroupsService } from './groups.service.js';

/** Groups can be very large: the group is in the answer only if attributes are asked for. */
const GROUP_CHANGE = {
  ...change('Group'),
  gives: {
    200: answer('The group, if `attributes` or `excludedAttributes` is given.', 'Group'),
    204: { description: 'The group is changed, or was so already.' },
  },
};

@ScimController(groupResourceType)
@ExamplePath({ id: EXAMPLE_GROUP })
export class GroupsController {
  constructor(private readonly groups: GroupsService) {}

  @Get()
  @ScimOperation(LIST)
  @ApiOperation({ summary: 'List or search groups (RFC 7644 §3.4.2)' })
  list(@CurrentScimCall() call: ScimCall, @CurrentListQuery() query: ListQuery): Promise<ListResponse> {
    return this.groups.list(call, query);
  }

  @Post()
  @ScimOperation(creation('Group'), CREATED_GROUP)
  @ApiOperation({ summary: 'Push a group; one that mappings name already is adopted (RFC 7644 §3.3)' })
  create(@CurrentScimCall() call: ScimCall, @Body() body: unknown): Promise<ScimResource> {
    return this.groups.create(call, body);
  }

  @Get(':id')
  @ScimOperation(reading('Group'))
  @ApiOperation({ summary: 'Read a group (RFC 7644 §3.4.1)' })
  get(@CurrentScimCall() call: ScimCall, @Param('id') id: string): Promise<ScimResource> {
    return this.groups.get(call, id);
  }

  @Put(':id')
  @ScimOperation(replacement('Group'), REPLACED_GROUP)
  @ApiOperation({ summary: 'Replace a group (RFC 7644 §3.5.1)' })
  replace(@CurrentScimCall() call: ScimCall, @Param('id') id: string, @Body() body: unknown): Promise<ScimResource> {
    return this.groups.replace(call, id, body);
  }

  @Patch(':id')
  @ScimOperation(GROUP_CHANGE, CHANGED_GROUP)
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
  @ScimOperation(DELETION)
  @ApiOperation({ summary: 'Delete a group and revoke what it gave (RFC 7644 §3.6)' })
  delete(@CurrentScimCall() call: ScimCall, @Param('id') id: string): Promise<void> {
    return this.groups.delete(call, id);
  }
}
