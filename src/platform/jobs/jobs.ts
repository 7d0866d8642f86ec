import { type BeforeApplicationShutdown, Injectable, Logger, type OnApplicationBootstrap } from '@nestjs/common';

/** What the server does again and again without being asked. */
export interface Job {
  readonly name: string;
  readonly everyMs: number;
  /**
   * One round. What it throws is logged, and the next round tries again.
   * @param signal is aborted when the server stops: a round of many steps takes no further one
   */
  run(signal: AbortSignal): Promise<unknown>;
}

/** Nobody waits for the first round, and what has just started, or is a command line, has better things to do. */
const FIRST_AFTER_MS = 30_000;
const FIRST_WITHIN_MS = 60_000;

/** Instances that were started together shall not stay in step. */
const JITTER = 0.1;

/** Runs jobs, each in rounds that never overlap on this instance; what only one instance may do, a job sees to. */
@Injectable()
export class Jobs implements OnApplicationBootstrap, BeforeApplicationShutdown {
  private readonly logger = new Logger(Jobs.name);
  private readonly stopping = new AbortController();
  private readonly jobs: Job[] = [];
  private running: Promise<unknown> = Promise.resolve();

  /** To be called before the application has started. */
  add(job: Job): void {
    this.jobs.push(job);
  }

  onApplicationBootstrap(): void {
    this.running = Promise.all(this.jobs.map((job) => this.repeat(job)));
  }

  /** Before the database is closed: what has begun is finished. */
  async beforeApplicationShutdown(): Promise<void> {
    this.stopping.abort();
    await this.running;
  }

  private async repeat(job: Job): Promise<void> {
    const { signal } = this.stopping;
    let pause = FIRST_AFTER_MS + Math.random() * FIRST_WITHIN_MS;
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

/** @returns whether the time has passed, rather than the server begun to stop */
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
