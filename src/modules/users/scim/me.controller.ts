import { Body, Delete, Get, HttpCode, Patch, Put } from '@nestjs/common';
import { ApiOperation } from '@nestjs/swagger';
import { CurrentScimCall, type ScimCall } from '../../../scim-server/http/scim-call.js';
import { ScimController } from '../../../scim-server/http/scim-controller.decorator.js';
import { ScimOperation } from '../../../scim-server/openapi/scim-operation.decorator.js';
import { IF_MATCH } from '../../../scim-server/openapi/scim-parameters.js';
import { change, reading, replacement } from '../../../scim-server/openapi/scim-shapes.js';
import { type ScimResource, userResourceType } from '../../../scim/index.js';
import { CHANGED_OWNER, FORMER_VERSION, REPLACED_OWNER } from './me.examples.js';
import { UsersService } from './users.service.js';

/** The user whose token the request carries, at an address that is the same for everybody (RFC 7644 §3.11). */
@ScimController(userResourceType, '/Me')
export class MeController {
  constructor(private readonly users: UsersService) {}

  @Get()
  @ScimOperation(reading('User'))
  @ApiOperation({ summary: 'Read the user of the token (RFC 7644 §3.11)' })
  get(@CurrentScimCall() call: ScimCall): Promise<ScimResource> {
    return this.users.get(call, call.actor.scimId);
  }

  @Put()
  @ScimOperation(replacement('User', FORMER_VERSION), REPLACED_OWNER)
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
  @ScimOperation(change('User'), CHANGED_OWNER)
  @ApiOperation({ summary: 'Change the user of the token' })
  patch(@CurrentScimCall() call: ScimCall, @Body() body: unknown): Promise<ScimResource> {
    return this.users.patch(call, call.actor.scimId, body);
  }

  @Delete()
  @HttpCode(204)
  @ScimOperation({ gives: {}, parameters: IF_MATCH, errors: [403, 412] })
  @ApiOperation({ summary: 'Delete the user of the token; the Owner cannot be deleted' })
  delete(@CurrentScimCall() call: ScimCall): Promise<void> {
    return this.users.delete(call, call.actor.scimId);
  }
}
