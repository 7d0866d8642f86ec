import { Controller, Get, ServiceUnavailableException } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { sql } from 'kysely';
import { Database } from '../database/database.js';
import { within } from '../database/within.js';
import { Public } from './access.decorators.js';

const OK = { type: 'object', required: ['status'], properties: { status: { type: 'string', example: 'ok' } } };

/** How long the check waits for the database: a slower one is of no use, and orchestrators ask every few seconds. */
const PATIENCE_MS = 5_000;

/** Answers the health checks of an orchestrator. */
@Controller('health')
@Public()
@ApiTags('Health')
export class HealthController {
  constructor(private readonly database: Database) {}

  @Get('live')
  @ApiOperation({ summary: 'Whether the process runs' })
  @ApiOkResponse({ schema: OK })
  live() {
    return { status: 'ok' };
  }

  @Get('ready')
  @ApiOperation({ summary: 'Whether requests can be served: the database answers' })
  @ApiOkResponse({ schema: OK })
  async ready() {
    try {
      await within(PATIENCE_MS, this.database.rows(sql`select 1`));
      return { status: 'ok' };
    } catch (cause) {
      throw new ServiceUnavailableException('The database does not answer', { cause });
    }
  }
}
