import { Body, Controller, Delete, Get, HttpCode, Param, ParseIntPipe, Post } from '@nestjs/common';
import { ApiOperation, ApiTags } from '@nestjs/swagger';
import { AnyMember, CurrentActor } from '../../platform/http/access.decorators.js';
import { Example } from '../../platform/http/openapi/example.decorators.js';
import type { Actor } from '../../platform/http/request-context.js';
import { AccessTokenDto, CreateAccessTokenDto, IssuedAccessTokenDto } from './access-token.dto.js';
import { AccessTokensService } from './access-tokens.service.js';

@Controller('api/tokens')
@AnyMember()
@ApiTags('Tokens')
export class AccessTokensController {
  constructor(private readonly tokens: AccessTokensService) {}

  @Get()
  @ApiOperation({ summary: 'Your tokens, without their secrets' })
  list(@CurrentActor() actor: Actor): Promise<AccessTokenDto[]> {
    return this.tokens.list(actor);
  }

  @Post()
  @Example({ name: 'API explorer' })
  @ApiOperation({ summary: 'Create a token; its secret is shown this once' })
  create(@CurrentActor() actor: Actor, @Body() input: CreateAccessTokenDto): Promise<IssuedAccessTokenDto> {
    return this.tokens.create(actor, input);
  }

  @Delete(':id')
  @HttpCode(204)
  @ApiOperation({ summary: 'Revoke a token; it stops at once' })
  revoke(@CurrentActor() actor: Actor, @Param('id', ParseIntPipe) id: number): Promise<void> {
    return this.tokens.revoke(actor, id);
  }
}
