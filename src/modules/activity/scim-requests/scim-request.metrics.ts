import { Injectable } from '@nestjs/common';
import { Counter, Gauge } from 'prom-client';
import { Metrics } from '../../../platform/metrics/metrics.js';

/** Measures whether writing the log of SCIM requests keeps up. */
@Injectable()
export class ScimRequestMetrics {
  private readonly lost: Counter;
  private waiting = (): number => 0;

  constructor({ registry }: Metrics) {
    this.lost = new Counter({
      name: 'rolecall_scim_requests_dropped_total',
      help: 'SCIM requests that were served and are missing from their log',
      registers: [registry],
    });
    const waiting = () => this.waiting();
    new Gauge({
      name: 'rolecall_scim_requests_waiting',
      help: 'SCIM requests that were served and wait to be written to their log',
      registers: [registry],
      collect() {
        this.set(waiting());
      },
    });
  }

  /** @param waiting tells how many requests wait at the moment of the call */
  watch(waiting: () => number): void {
    this.waiting = waiting;
  }

  dropped(count: number): void {
    this.lost.inc(count);
  }
}
