import { Injectable } from '@nestjs/common';
import { collectDefaultMetrics, Registry } from 'prom-client';

/**
 * What the server counts and measures, for Prometheus. Each application has its own, since tests start several in one
 * process. Whoever counts something registers it here; labels are few and never name a person.
 */
@Injectable()
export class Metrics {
  readonly registry = new Registry();
  private readonly preparations: (() => Promise<void>)[] = [];

  /** Adds what Node.js knows of the process: memory, processor time, lag of the event loop. Once in a process. */
  observeProcess(): void {
    collectDefaultMetrics({ register: this.registry });
  }

  /** For figures that several metrics take from one reading. @param read must not throw */
  beforePrinting(read: () => Promise<void>): void {
    this.preparations.push(read);
  }

  /** Everything in the text format of Prometheus. */
  async print(): Promise<string> {
    await Promise.all(this.preparations.map((read) => read()));
    return this.registry.metrics();
  }
}
