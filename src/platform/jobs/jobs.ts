import { type BeforeApplicationShutdown, Injectable, Logger, type OnApplicationBootstrap } from '@nestjs/common';

/** Work that the server does again and again without being asked. */
export interface Job {
  readonly name: string;
  readonly everyMs: number;
  /** How long the first round waits; between 30 and 90 seconds if it is not urgent. */
  readonly firstAfterMs?: number;
  /**
   * Does one round. An error is logged, and the next round tries again.
   *
   * @param signal is aborted when the server stops; a round of many steps must then take no further one
   */
  run(signal: AbortSignal): Promise<unknown>;
}

/** A process that has just started, or that only runs a command line, is busy with other things. */
const FIRST_AFTER_MS = 30_000;
const FIRST_WITHIN_MS = 60_000;

/** The share by which pauses vary, so that instances started together do not stay in step. */
const JITTER = 0.1;

/**
 * Runs jobs in rounds that never overlap on this instance. A job that only one instance may do must see to that itself.
 */
@Injectable()
export class Jobs implements OnApplicationBootstrap, BeforeApplicationShutdown {
  private readonly logger = new Logger(Jobs.name);
  private readonly stopping = new AbortController();
  private readonly jobs: Job[] = [];
  private running: Promise<unknown> = Promise.resolve();

  /** Must be called before the application has started. */
  add(job: Job): void {
    this.jobs.push(job);
  }

  onApplicationBootstrap(): void {
    this.running = Promise.all(this.jobs.map((job) => this.repeat(job)));
  }

  /** Finishes what has begun, before the database is closed. */
  async beforeApplicationShutdown(): Promise<void> {
    this.stopping.abort();
    await this.running;
  }

  private async repeat(job: Job): Promise<void> {
    const { signal } = this.stopping;
    let pause = job.firstAfterMs ?? FIRST_AFTER_MS + Math.random() * FIRST_WITHIN_MS;
    while (await elapses(pause, signal)) {
      await this.round(job, signal);
      pause = job.everyMs * (1 + JITTER * (2 * Math.random() - 1));
    }
  }

  private async round(job: Job, signal: AbortSignal): Promise<void> {
    try {
      await job.run(signal);
    } catch (error) {
      this.logger.error({ err: error, job: job.name }, 'a job failed; its next round tries again');
    }
  }
}

/** Waits. @returns true when the time has passed, false when the server is stopping */
function elapses(ms: number, signal: AbortSignal): Promise<boolean> {
  return new Promise((resolve) => {
    const stop = () => {
      clearTimeout(timer);
      resolve(false);
    };
    const timer = setTimeout(() => {
      signal.removeEventListener('abort', stop);
      resolve(true);
    }, ms).unref();
    signal.addEventListener('abort', stop, { once: true });
    if (signal.aborted) stop();
  });
}
