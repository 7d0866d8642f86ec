import { Injectable } from '@nestjs/common';
import { Counter } from 'prom-client';
import { Metrics } from '../../../platform/metrics/metrics.js';

/** Counts requests that the rate limit refused. */
@Injectable()
export class RateLimitMetrics {
  private readonly refused: Counter<'by'>;

  constructor({ registry }: Metrics) {
    this.refused = new Counter({
      name: 'rolecall_requests_limited_total',
      help: 'Requests that were refused with 429, by what they were counted by: token or address',
      labelNames: ['by'],
      registers: [registry],
    });
    this.refused.inc({ by: 'token' }, 0);
    this.refused.inc({ by: 'address' }, 0);
  }

  limited(by: 'token' | 'address'): void {
    this.refused.inc({ by });
  }
}
