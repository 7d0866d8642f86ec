import { Body, Delete, Get, HttpCode, Patch, Put } from '@nestjs/common';
import { ApiOperation } from '@nestjs/swagger';
import { CurrentScimCall, type ScimCall } from '../../../scim-server/http/scim-call.js';
import { ScimController } from '../../../scim-server/http/scim-controller.decorator.js';
import { type ScimResource, userResourceType } from '../../../scim/index.js';
import { UsersService } from './users.service.js';

/** The user whose token the request carries, at an address that is the same for everybody (RFC 7644 §3.11). */
@ScimController(userResourceType, '/Me')
export class MeController {
  constructor(private readonly users: UsersService) {}

  @Get()
  @ApiOperation({ summary: 'Read the user of the token (RFC 7644 §3.11)' })
  get(@CurrentScimCall() call: ScimCall): Promise<ScimResource> {
    return this.users.get(call, call.actor.scimId);
  }

  @Put()
  @ApiOperation({
    summary: 'Replace the user of the token',
    description:
      'Whatever the body leaves out goes: begin with what `GET` answers, and send its version as `If-Match`. With the ' +
      'version of the example nothing is replaced (412).',
  })
  replace(@CurrentScimCall() call: ScimCall, @Body() body: unknown): Promise<ScimResource> {
    return this.users.replace(call, call.actor.scimId, body);
  }

  @Patch()
  @ApiOperation({ summary: 'Change the user of the token' })
  patch(@CurrentScimCall() call: ScimCall, @Body() body: unknown): Promise<ScimResource> {
    return this.users.patch(call, call.actor.scimId, body);
  }

  @Delete()
  @HttpCode(204)
  @ApiOperation({ summary: 'Delete the user of the token; the Owner cannot be deleted' })
  delete(@CurrentScimCall() call: ScimCall): Promise<void> {
    return this.users.delete(call, call.actor.scimId);
  }
}
