import { Controller, Get, Header, Req } from '@nestjs/common';
import {
  ApiForbiddenResponse,
  ApiOkResponse,
  ApiOperation,
  ApiProduces,
  ApiTags,
  ApiUnauthorizedResponse,
} from '@nestjs/swagger';
import type { IncomingMessage } from 'node:http';
import { Public } from '../http/access.decorators.js';
import { MetricsService } from './metrics.service.js';

/** Serves the metrics to a monitoring system. */
@Controller('metrics')
@Public()
@ApiTags('Health')
export class MetricsController {
  constructor(private readonly metrics: MetricsService) {}

  @Get()
  @Header('Content-Type', 'text/plain; version=0.0.4; charset=utf-8')
  @ApiOperation({ summary: 'Figures for Prometheus; with METRICS_TOKEN set for who has it, else for the same machine' })
  @ApiProduces('text/plain')
  @ApiOkResponse({ schema: { type: 'string', example: 'rolecall_http_requests_in_flight 1' } })
  @ApiUnauthorizedResponse({ description: 'The token of the metrics is missing or another.' })
  @ApiForbiddenResponse({ description: 'There is no token, and the request comes from elsewhere or through a proxy.' })
  print(@Req() request: IncomingMessage): Promise<string> {
    return this.metrics.print(request);
  }
}
