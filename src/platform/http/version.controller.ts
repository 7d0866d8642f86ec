import { Controller, Get } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { RELEASE } from '../release.js';
import { Public } from './access.decorators.js';

const RELEASE_SCHEMA = { type: 'string', example: '1.0.0' } as const;

const VERSION = {
  type: 'object',
  required: ['release', 'edition', 'label-studio-enterprise-backend'],
  properties: {
    release: RELEASE_SCHEMA,
    edition: { type: 'string', enum: ['Enterprise'], description: 'Whose calls these are: those of LSE.' },
    'label-studio-enterprise-backend': {
      type: 'object',
      required: ['version'],
      properties: { version: RELEASE_SCHEMA },
      description: 'The 0.x SDK of LSE offers workspaces and project members only where this is.',
    },
  },
};

/** Tells the version, which LSE's clients ask for first. */
@Controller('api/version')
@Public()
@ApiTags('Health')
export class VersionController {
  @Get()
  @ApiOperation({ summary: 'The release that runs' })
  @ApiOkResponse({ schema: VERSION })
  version() {
    return {
      release: RELEASE,
      edition: 'Enterprise',
      'label-studio-enterprise-backend': { version: RELEASE },
    };
  }
}
