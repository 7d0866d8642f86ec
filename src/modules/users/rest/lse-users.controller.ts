import { Body, Controller, Delete, Get, HttpCode, Param, ParseIntPipe, Patch, Post, Query } from '@nestjs/common';
import {
  ApiBadRequestResponse,
  ApiCreatedResponse,
  ApiNoContentResponse,
  ApiOkResponse,
  ApiOperation,
  ApiTags,
} from '@nestjs/swagger';
import { AdministratorsOnly, AnyMember, CurrentActor } from '../../../platform/http/access.decorators.js';
import { Example, ExamplePath } from '../../../platform/http/openapi/example.decorators.js';
import { EXAMPLE_ID } from '../../../platform/http/openapi/example-names.js';
import type { Actor } from '../../../platform/http/request-context.js';
import { AccountRemoval } from './lse-account-removal.js';
import { LseUsersService } from './lse-users.service.js';
import { CreateUserDto, LseUserDto, UpdateUserDto, WhoAmIDto } from './user.dto.js';

@Controller('api')
@ApiTags('Users')
@ExamplePath({ id: EXAMPLE_ID.user })
export class LseUsersController {
  constructor(
    private readonly users: LseUsersService,
    private readonly removal: AccountRemoval,
  ) {}

  @Get('current-user/whoami')
  @AnyMember()
  @ApiOperation({ summary: 'The person whose token this is' })
  @ApiOkResponse({ type: WhoAmIDto })
  whoAmI(@CurrentActor() actor: Actor): Promise<WhoAmIDto> {
    return this.users.whoAmI(actor);
  }

  @Get('current-user')
  @AnyMember()
  @ApiOperation({ summary: 'The person whose token this is, as `users/{id}` shows them' })
  @ApiOkResponse({ type: LseUserDto })
  getCurrent(@CurrentActor() actor: Actor): Promise<LseUserDto> {
    return this.users.get(actor, actor.userId);
  }

  @Patch('current-user')
  @AdministratorsOnly()
  @Example({})
  @ApiOperation({ summary: 'Change your own name or phone' })
  @ApiOkResponse({ type: LseUserDto })
  @ApiBadRequestResponse({ description: 'Another email or username is given.' })
  updateCurrent(@CurrentActor() actor: Actor, @Body() changes: UpdateUserDto): Promise<LseUserDto> {
    return this.users.update(actor, actor.userId, changes);
  }

  @Get('users')
  @AdministratorsOnly()
  @ApiOperation({ summary: 'All users, or those with an email address' })
  @ApiOkResponse({ type: [LseUserDto] })
  list(@CurrentActor() actor: Actor, @Query('email') email?: string): Promise<LseUserDto[]> {
    return this.users.list(actor, email);
  }

  @Post('users')
  @AdministratorsOnly()
  @Example({ email: 'cleo@acme.test', first_name: 'Cleo', last_name: 'Marsh' })
  @ApiOperation({ summary: 'Create a user by hand; SCIM finds and links the account by its email' })
  @ApiCreatedResponse({ type: LseUserDto })
  create(@CurrentActor() actor: Actor, @Body() input: CreateUserDto): Promise<LseUserDto> {
    return this.users.create(actor, input);
  }

  @Get('users/:id')
  @AdministratorsOnly()
  @ApiOperation({ summary: 'A user' })
  @ApiOkResponse({ type: LseUserDto })
  get(@CurrentActor() actor: Actor, @Param('id', ParseIntPipe) id: number): Promise<LseUserDto> {
    return this.users.get(actor, id);
  }

  @Patch('users/:id')
  @AdministratorsOnly()
  @Example({ first_name: 'Ana', last_name: 'Diaz' })
  @ApiOperation({ summary: "Change somebody's name or phone; email and username are the identity provider's" })
  @ApiOkResponse({ type: LseUserDto })
  @ApiBadRequestResponse({ description: 'Another email or username is given.' })
  update(
    @CurrentActor() actor: Actor,
    @Param('id', ParseIntPipe) id: number,
    @Body() changes: UpdateUserDto,
  ): Promise<LseUserDto> {
    return this.users.update(actor, id, changes);
  }

  @Delete('users/:id')
  @HttpCode(204)
  @AdministratorsOnly()
  @ApiOperation({ summary: 'Delete a user; the account is kept, deactivated' })
  @ApiNoContentResponse({ description: 'The account is deactivated, and gone for SCIM.' })
  delete(@CurrentActor() actor: Actor, @Param('id', ParseIntPipe) id: number): Promise<void> {
    return this.removal.remove(actor, id);
  }
}
