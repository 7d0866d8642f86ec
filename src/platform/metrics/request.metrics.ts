import { Injectable } from '@nestjs/common';
import { Counter, Gauge, Histogram } from 'prom-client';
import { Metrics } from './metrics.js';

const LABELS = ['surface', 'method', 'route', 'status'] as const;

/** Upper bounds in seconds: from a read of one resource to the push of a large group. */
const BUCKETS = [0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10, 30];

/** A request that is over. */
export type MeasuredRequest = Readonly<Record<(typeof LABELS)[number], string>>;

/** Counts requests and measures how long they take, by the patterns of their routes and never by their paths. */
@Injectable()
export class RequestMetrics {
  private readonly served: Counter<(typeof LABELS)[number]>;
  private readonly duration: Histogram<(typeof LABELS)[number]>;
  private inFlight = 0;

  constructor({ registry }: Metrics) {
    const registers = [registry];
    this.served = new Counter({
      name: 'rolecall_http_requests_total',
      help: 'Requests that were answered, or whose client did not wait: status is then "aborted"',
      labelNames: LABELS,
      registers,
    });
    this.duration = new Histogram({
      name: 'rolecall_http_request_duration_seconds',
      help: 'Time from the request to the end of its answer',
      labelNames: LABELS,
      buckets: BUCKETS,
      registers,
    });
    const inFlight = () => this.inFlight;
    new Gauge({
      name: 'rolecall_http_requests_in_flight',
      help: 'Requests that are being served, that for the metrics included',
      registers,
      collect() {
        this.set(inFlight());
      },
    });
  }

  begun(): void {
    this.inFlight += 1;
  }

  ended(request: MeasuredRequest, seconds: number): void {
    this.inFlight -= 1;
    this.served.inc(request);
    this.duration.observe(request, seconds);
  }
}
