import { Injectable } from '@nestjs/common';
import { collectDefaultMetrics, Registry } from 'prom-client';

/**
 * What the server counts and measures, for Prometheus. Each application has its own, because tests start several in one
 * process. Every metric is registered here; labels have few values and never name a person.
 */
@Injectable()
export class Metrics {
  readonly registry = new Registry();
  private readonly preparations: (() => Promise<void>)[] = [];

  /**
   * Adds the figures that Node.js has of the process: memory, processor time, lag of the event loop. Once in a process.
   */
  observeProcess(): void {
    collectDefaultMetrics({ register: this.registry });
  }

  /** Registers a reading that several metrics take their figures from. @param read must not throw */
  beforePrinting(read: () => Promise<void>): void {
    this.preparations.push(read);
  }

  /** Everything in the text format of Prometheus. */
  async print(): Promise<string> {
    await Promise.all(this.preparations.map((read) => read()));
    return this.registry.metrics();
  }
}
