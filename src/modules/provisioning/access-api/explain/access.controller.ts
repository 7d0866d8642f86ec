import { Controller, Get, Param, ParseIntPipe } from '@nestjs/common';
import { ApiForbiddenResponse, ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { AnyMember, CurrentActor } from '../../../../platform/http/access.decorators.js';
import { ExamplePath } from '../../../../platform/http/openapi/example.decorators.js';
import { EXAMPLE_ID } from '../../../../platform/http/openapi/example-names.js';
import type { Actor } from '../../../../platform/http/request-context.js';
import { ExplainService } from './explain.service.js';
import type { UserAccess } from './user-access.js';
import { userAccessSchema } from './user-access.schema.js';

@Controller('api/users')
@ApiTags('Access')
@ExamplePath({ id: EXAMPLE_ID.user })
export class AccessController {
  constructor(private readonly explanations: ExplainService) {}

  @Get(':id/access')
  @AnyMember()
  @ApiOperation({
    summary: 'What a user may do, with every reason for it',
    description: 'Of everybody for the Owner and Administrators, of themselves for everybody else.',
  })
  @ApiOkResponse({ schema: userAccessSchema })
  @ApiForbiddenResponse({ description: 'It is somebody else’s, and the caller is no Administrator.' })
  explain(@CurrentActor() actor: Actor, @Param('id', ParseIntPipe) id: number): Promise<UserAccess> {
    return this.explanations.access(actor, id);
  }
}
