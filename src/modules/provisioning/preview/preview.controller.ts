import { Body, Controller, HttpCode, Post, Query } from '@nestjs/common';
import { ApiBadRequestResponse, ApiBody, ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { AdministratorsOnly, CurrentActor } from '../../../platform/http/access.decorators.js';
import type { Actor } from '../../../platform/http/request-context.js';
import { ScimSettingsDto } from '../../mappings/index.js';
import { PreviewDto, PreviewQuery } from './preview.dto.js';
import { PreviewService } from './preview.service.js';

@Controller('api/scim/settings/preview')
@ApiTags('SCIM settings')
export class PreviewController {
  constructor(private readonly previews: PreviewService) {}

  @Post()
  @HttpCode(200)
  @AdministratorsOnly()
  @ApiOperation({
    summary: 'What saving these settings would change, user by user',
    description: 'Takes the body of a save, is refused for the same reasons, changes nothing and blocks nobody.',
  })
  @ApiBody({ type: ScimSettingsDto })
  @ApiOkResponse({ type: PreviewDto })
  @ApiBadRequestResponse({ description: 'Saving would be refused for the same reason, or the cursor is none.' })
  preview(@CurrentActor() actor: Actor, @Body() body: unknown, @Query() { cursor }: PreviewQuery): Promise<PreviewDto> {
    return this.previews.preview(actor, body, cursor);
  }
}
