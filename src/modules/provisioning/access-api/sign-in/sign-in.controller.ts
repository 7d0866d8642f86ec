import { Controller, HttpCode, Param, ParseIntPipe, Post } from '@nestjs/common';
import { ApiNotFoundResponse, ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { AdministratorsOnly, CurrentActor } from '../../../../platform/http/access.decorators.js';
import type { Actor } from '../../../../platform/http/request-context.js';
import { LseUserDto } from '../../../users/index.js';
import { SignInService } from './sign-in.service.js';

@Controller('api/users')
@ApiTags('Access')
export class SignInController {
  constructor(private readonly signIns: SignInService) {}

  @Post(':id/sign-in')
  @HttpCode(200)
  @AdministratorsOnly()
  @ApiOperation({
    summary: 'Tell that a user authenticated through single sign-on',
    description: 'May be called at every sign-in. The first one at which the default role is a working role activates.',
  })
  @ApiOkResponse({ type: LseUserDto })
  @ApiNotFoundResponse({ description: 'The organization has no such user.' })
  signIn(@CurrentActor() actor: Actor, @Param('id', ParseIntPipe) id: number): Promise<LseUserDto> {
    return this.signIns.signIn(actor, id);
  }
}
