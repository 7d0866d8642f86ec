import { Body, Controller, Delete, Get, HttpCode, Param, ParseIntPipe, Patch, Query } from '@nestjs/common';
import {
  ApiBadRequestResponse,
  ApiForbiddenResponse,
  ApiNoContentResponse,
  ApiNotFoundResponse,
  ApiOkResponse,
  ApiOperation,
  ApiTags,
} from '@nestjs/swagger';
import { AdministratorsOnly, CurrentActor } from '../../../../platform/http/access.decorators.js';
import { Example, ExamplePath } from '../../../../platform/http/openapi/example.decorators.js';
import { EXAMPLE_ID, NOBODY } from '../../../../platform/http/openapi/example-names.js';
import type { PageOf } from '../../../../platform/http/page.js';
import type { Actor } from '../../../../platform/http/request-context.js';
import { MembershipDto, MembershipPageDto, MembershipsQuery, SetRoleDto } from './memberships.dto.js';
import { MembershipsService } from './memberships.service.js';

@Controller('api/organizations/:id/memberships')
@AdministratorsOnly()
@ApiTags('Organization members')
@ExamplePath({ id: EXAMPLE_ID.organization, userId: EXAMPLE_ID.user })
export class MembershipsController {
  constructor(private readonly memberships: MembershipsService) {}

  @Get()
  @ApiOperation({ summary: 'One page of the members of the organization, with their roles' })
  @ApiOkResponse({ type: MembershipPageDto })
  page(
    @CurrentActor() actor: Actor,
    @Param('id', ParseIntPipe) id: number,
    @Query() query: MembershipsQuery,
  ): Promise<PageOf<MembershipDto>> {
    return this.memberships.page(actor, id, query);
  }

  @Patch()
  @Example({ user_id: NOBODY, role: 'RE' })
  @ApiOperation({
    summary: 'Set the role of a member by hand',
    description: 'Refused while a group of theirs is mapped to a role: then the identity provider manages the role.',
  })
  @ApiOkResponse({ type: MembershipDto })
  @ApiBadRequestResponse({ description: 'There is no such user or role, or a group gives the role.' })
  @ApiForbiddenResponse({ description: "The Owner's role cannot be changed." })
  setRole(
    @CurrentActor() actor: Actor,
    @Param('id', ParseIntPipe) id: number,
    @Body() change: SetRoleDto,
  ): Promise<MembershipDto> {
    return this.memberships.setRole(actor, id, change);
  }

  @Get(':userId')
  @ApiOperation({ summary: 'A member of the organization' })
  @ApiOkResponse({ type: MembershipDto })
  @ApiNotFoundResponse({ description: 'The organization has no such member.' })
  get(
    @CurrentActor() actor: Actor,
    @Param('id', ParseIntPipe) id: number,
    @Param('userId', ParseIntPipe) userId: number,
  ): Promise<MembershipDto> {
    return this.memberships.get(actor, id, userId);
  }

  @Delete(':userId')
  @HttpCode(204)
  @ApiOperation({ summary: 'Remove a member; the account is kept, deactivated' })
  @ApiNoContentResponse({ description: 'The account is deactivated, and gone for SCIM.' })
  @ApiForbiddenResponse({ description: 'The Owner cannot be removed.' })
  remove(
    @CurrentActor() actor: Actor,
    @Param('id', ParseIntPipe) id: number,
    @Param('userId', ParseIntPipe) userId: number,
  ): Promise<void> {
    return this.memberships.remove(actor, id, userId);
  }
}
