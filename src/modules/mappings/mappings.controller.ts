import { Body, Controller, Get, Headers, Post, UseInterceptors } from '@nestjs/common';
import {
  ApiBadRequestResponse,
  ApiBody,
  ApiCreatedResponse,
  ApiHeader,
  ApiNotModifiedResponse,
  ApiOkResponse,
  ApiOperation,
  ApiPreconditionFailedResponse,
  ApiQuery,
  ApiTags,
} from '@nestjs/swagger';
import { AdministratorsOnly, CurrentActor } from '../../platform/http/access.decorators.js';
import { Example } from '../../platform/http/openapi/example.decorators.js';
import type { Actor } from '../../platform/http/request-context.js';
import { SaveScimSettingsDto, ScimSettingsDto } from './mapping.dto.js';
import { MappingsService } from './mappings.service.js';
import type { ScimSettings } from './scim-settings.js';
import { SettingsVersionInterceptor } from './settings-version.interceptor.js';

const ETAG = {
  ETag: {
    description: 'The version of all three lists; another one whenever anything in them is, names included.',
    schema: { type: 'string', example: '"5f2b…c9"' },
  },
} as const;

@Controller('api/scim/settings')
@AdministratorsOnly()
@UseInterceptors(SettingsVersionInterceptor)
@ApiTags('SCIM settings')
export class MappingsController {
  constructor(private readonly mappings: MappingsService) {}

  @Get()
  @ApiOperation({ summary: 'The mappings of groups to roles, workspaces and projects' })
  @ApiOkResponse({ type: ScimSettingsDto, headers: ETAG })
  @ApiNotModifiedResponse({ description: 'They are what `If-None-Match` names.', headers: ETAG })
  get(@CurrentActor() actor: Actor): Promise<ScimSettings> {
    return this.mappings.get(actor);
  }

  @Post()
  @Example({})
  @ApiOperation({
    summary: 'Replace the lists that the body carries; access follows at once',
    description:
      'A list in the body replaces the one that is stored, rows that it lacks included; a list that the body lacks ' +
      'stays, so the example changes nothing. Begin with the lists that `GET` answers, add a row, look at the preview ' +
      'and save. With `If-Match` and the `ETag` of what was read, a save cannot undo what somebody else has saved since: it is ' +
      'refused with 412. Without it the lists are replaced whatever they are.',
  })
  @ApiHeader({
    name: 'If-Match',
    required: false,
    description:
      '`ETag` of the settings that the lists were made from. If they have another one now, nothing is saved.',
  })
  @ApiBody({ type: SaveScimSettingsDto })
  @ApiQuery({
    name: 'confirm',
    required: false,
    type: Number,
    description: 'Number of users who lose access, as the refusal `confirmation_required` names it',
  })
  @ApiBadRequestResponse({ description: 'A row cannot be stored, or the loss of access has to be confirmed.' })
  @ApiPreconditionFailedResponse({ description: 'Somebody has changed the settings since; nothing was saved.' })
  @ApiCreatedResponse({ type: ScimSettingsDto, headers: ETAG })
  save(
    @CurrentActor() actor: Actor,
    @Body() body: unknown,
    @Headers('If-Match') ifMatch?: string,
  ): Promise<ScimSettings> {
    return this.mappings.save(actor, body, ifMatch);
  }
}
