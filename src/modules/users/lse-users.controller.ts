import { Body, Controller, Get, Param, ParseIntPipe, Post, Query } from '@nestjs/common';
import { ApiOperation, ApiTags } from '@nestjs/swagger';
import { AdministratorsOnly, AnyMember, CurrentActor } from '../../platform/http/access.decorators.js';
import type { Actor } from '../../platform/http/request-context.js';
import { LseUsersService } from './lse-users.service.js';
import { CreateUserDto, LseUserDto } from './user.dto.js';

@Controller('api')
@ApiTags('Users')
export class LseUsersController {
  constructor(private readonly users: LseUsersService) {}

  @Get('current-user/whoami')
  @AnyMember()
  @ApiOperation({ summary: 'The person whose token this is' })
  whoAmI(@CurrentActor() actor: Actor): Promise<LseUserDto> {
    return this.users.get(actor, actor.userId);
  }

  @Get('users')
  @AdministratorsOnly()
  @ApiOperation({ summary: 'All users, or those with an email address' })
  list(@CurrentActor() actor: Actor, @Query('email') email?: string): Promise<LseUserDto[]> {
    return this.users.list(actor, email);
  }

  @Post('users')
  @AdministratorsOnly()
  @ApiOperation({ summary: 'Create a user by hand; SCIM finds and links the account by its email' })
  create(@CurrentActor() actor: Actor, @Body() input: CreateUserDto): Promise<LseUserDto> {
    return this.users.create(actor, input);
  }

  @Get('users/:id')
  @AdministratorsOnly()
  @ApiOperation({ summary: 'A user' })
  get(@CurrentActor() actor: Actor, @Param('id', ParseIntPipe) id: number): Promise<LseUserDto> {
    return this.users.get(actor, id);
  }
}
