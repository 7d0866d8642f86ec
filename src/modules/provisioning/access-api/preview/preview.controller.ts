import { Body, Controller, Headers, HttpCode, Post, Query } from '@nestjs/common';
import {
  ApiBadRequestResponse,
  ApiBody,
  ApiHeader,
  ApiOkResponse,
  ApiOperation,
  ApiPreconditionFailedResponse,
  ApiTags,
} from '@nestjs/swagger';
import { AdministratorsOnly, CurrentActor } from '../../../../platform/http/access.decorators.js';
import { Example } from '../../../../platform/http/openapi/example.decorators.js';
import type { Actor } from '../../../../platform/http/request-context.js';
import { SaveScimSettingsDto } from '../../../mappings/index.js';
import { PreviewDto, PreviewQuery } from './preview.dto.js';
import { PREVIEWED_SETTINGS } from './preview.examples.js';
import { PreviewService } from './preview.service.js';

@Controller('api/scim/settings/preview')
@ApiTags('SCIM settings')
export class PreviewController {
  constructor(private readonly previews: PreviewService) {}

  @Post()
  @HttpCode(200)
  @AdministratorsOnly()
  @Example(PREVIEWED_SETTINGS)
  @ApiOperation({
    summary: 'What saving these settings would change, user by user',
    description: 'Takes the body of a save, is refused for the same reasons, changes nothing and blocks nobody.',
  })
  @ApiBody({ type: SaveScimSettingsDto })
  @ApiHeader({
    name: 'If-Match',
    required: false,
    description: '`ETag` of the settings that the lists were made from: the answer then is about these and no others.',
  })
  @ApiOkResponse({ type: PreviewDto })
  @ApiPreconditionFailedResponse({ description: 'Somebody has changed the settings since; a save would be refused.' })
  @ApiBadRequestResponse({ description: 'Saving would be refused for the same reason, or the cursor is none.' })
  preview(
    @CurrentActor() actor: Actor,
    @Body() body: unknown,
    @Query() { cursor }: PreviewQuery,
    @Headers('If-Match') ifMatch?: string,
  ): Promise<PreviewDto> {
    return this.previews.preview(actor, body, cursor, ifMatch);
  }
}
