import { Controller, Get } from '@nestjs/common';
import { ApiOperation, ApiTags } from '@nestjs/swagger';
import { RELEASE } from '../release.js';
import { Public } from './access.decorators.js';

/** What LSE's clients ask before anything else. */
@Controller('api/version')
@Public()
@ApiTags('Health')
export class VersionController {
  @Get()
  @ApiOperation({ summary: 'The release that runs' })
  version() {
    return { release: RELEASE };
  }
}
