import { Controller, Get, Header, Headers } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiProduces, ApiTags, ApiUnauthorizedResponse } from '@nestjs/swagger';
import { Public } from '../http/access.decorators.js';
import { MetricsService } from './metrics.service.js';

/** What a monitoring system reads. */
@Controller('metrics')
@Public()
@ApiTags('Health')
export class MetricsController {
  constructor(private readonly metrics: MetricsService) {}

  @Get()
  @Header('Content-Type', 'text/plain; version=0.0.4; charset=utf-8')
  @ApiOperation({ summary: 'Figures for Prometheus; with METRICS_TOKEN set, only for who has it' })
  @ApiProduces('text/plain')
  @ApiOkResponse({ schema: { type: 'string', example: 'rolecall_http_requests_in_flight 1' } })
  @ApiUnauthorizedResponse({ description: 'The token of the metrics is missing or another.' })
  print(@Headers('authorization') authorization?: string): Promise<string> {
    return this.metrics.print(authorization);
  }
}
