import { Controller, Get, Param, ParseIntPipe } from '@nestjs/common';
import { ApiForbiddenResponse, ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { AnyMember, CurrentActor } from '../../../platform/http/access.decorators.js';
import { ExamplePath } from '../../../platform/http/openapi/example.decorators.js';
import { EXAMPLE_ID } from '../../../platform/http/openapi/example-names.js';
import type { Actor } from '../../../platform/http/request-context.js';
import { GroupsOfUserService } from './groups-of-user.service.js';
import { GroupOfUserDto } from './received-group.dto.js';

@Controller('api/users')
@ApiTags('Users')
@ExamplePath({ id: EXAMPLE_ID.user })
export class GroupsOfUserController {
  constructor(private readonly groups: GroupsOfUserService) {}

  @Get(':id/groups')
  @AnyMember()
  @ApiOperation({
    summary: 'The groups that a user is in, by name',
    description: 'Of everybody for the Owner and Administrators, of themselves for everybody else.',
  })
  @ApiOkResponse({ type: [GroupOfUserDto] })
  @ApiForbiddenResponse({ description: 'It is somebody else’s, and the caller is no Administrator.' })
  list(@CurrentActor() actor: Actor, @Param('id', ParseIntPipe) id: number): Promise<GroupOfUserDto[]> {
    return this.groups.list(actor, id);
  }
}
