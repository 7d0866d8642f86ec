import { Controller, Get } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { RELEASE } from '../release.js';
import { Public } from './access.decorators.js';

const VERSION = {
  type: 'object',
  required: ['release'],
  properties: { release: { type: 'string', example: '1.0.0' } },
};

/** What LSE's clients ask before anything else. */
@Controller('api/version')
@Public()
@ApiTags('Health')
export class VersionController {
  @Get()
  @ApiOperation({ summary: 'The release that runs' })
  @ApiOkResponse({ schema: VERSION })
  version() {
    return { release: RELEASE };
  }
}
