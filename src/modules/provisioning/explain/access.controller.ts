import { Controller, Get, Param, ParseIntPipe } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { AdministratorsOnly, CurrentActor } from '../../../platform/http/access.decorators.js';
import type { Actor } from '../../../platform/http/request-context.js';
import { ExplainService } from './explain.service.js';
import type { UserAccess } from './user-access.js';
import { userAccessSchema } from './user-access.schema.js';

@Controller('api/users')
@ApiTags('Access')
export class AccessController {
  constructor(private readonly explanations: ExplainService) {}

  @Get(':id/access')
  @AdministratorsOnly()
  @ApiOperation({ summary: 'What a user may do, with every reason for it' })
  @ApiOkResponse({ schema: userAccessSchema })
  explain(@CurrentActor() actor: Actor, @Param('id', ParseIntPipe) id: number): Promise<UserAccess> {
    return this.explanations.access(actor, id);
  }
}
