import { Body, Controller, Get, Post } from '@nestjs/common';
import {
  ApiBadRequestResponse,
  ApiBody,
  ApiCreatedResponse,
  ApiOkResponse,
  ApiOperation,
  ApiQuery,
  ApiTags,
} from '@nestjs/swagger';
import { AdministratorsOnly, CurrentActor } from '../../platform/http/access.decorators.js';
import type { Actor } from '../../platform/http/request-context.js';
import { ScimSettingsDto } from './mapping.dto.js';
import { MappingsService } from './mappings.service.js';
import type { ScimSettings } from './scim-settings.js';

@Controller('api/scim/settings')
@AdministratorsOnly()
@ApiTags('SCIM settings')
export class MappingsController {
  constructor(private readonly mappings: MappingsService) {}

  @Get()
  @ApiOperation({ summary: 'The mappings of groups to roles, workspaces and projects' })
  @ApiOkResponse({ type: ScimSettingsDto })
  get(@CurrentActor() actor: Actor): Promise<ScimSettings> {
    return this.mappings.get(actor);
  }

  @Post()
  @ApiOperation({ summary: 'Replace the lists that the body carries; access follows at once' })
  @ApiBody({ type: ScimSettingsDto })
  @ApiQuery({
    name: 'confirm',
    required: false,
    type: Number,
    description: 'Number of users who lose access, as the refusal `confirmation_required` names it',
  })
  @ApiBadRequestResponse({ description: 'A row cannot be stored, or the loss of access has to be confirmed.' })
  @ApiCreatedResponse({ type: ScimSettingsDto })
  save(@CurrentActor() actor: Actor, @Body() body: unknown): Promise<ScimSettings> {
    return this.mappings.save(actor, body);
  }
}
