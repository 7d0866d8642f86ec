import { Injectable, Logger, type OnApplicationBootstrap, type OnApplicationShutdown } from '@nestjs/common';
import { Environment } from '../../../platform/environment.js';
import { ScimRequestRepository } from './scim-request.repository.js';

const EVERY_MS = 60 * 60 * 1000;
const BATCH = 5_000;

/** Takes requests out of their log when their time is over: at the start, and every hour. */
@Injectable()
export class ScimRequestRetention implements OnApplicationBootstrap, OnApplicationShutdown {
  private readonly logger = new Logger(ScimRequestRetention.name);
  private timer?: NodeJS.Timeout;
  private running: Promise<number> = Promise.resolve(0);
  private stopped = false;

  constructor(
    private readonly environment: Environment,
    private readonly requests: ScimRequestRepository,
  ) {}

  onApplicationBootstrap(): void {
    const start = () => {
      this.running = this.run();
    };
    start();
    this.timer = setInterval(start, EVERY_MS).unref();
  }

  async onApplicationShutdown(): Promise<void> {
    this.stopped = true;
    clearInterval(this.timer);
    await this.running;
  }

  /**
   * One round, in short statements. A failure is logged, and the next round tries again.
   * @returns how many requests were removed
   */
  async run(): Promise<number> {
    let removed = 0;
    try {
      for (let last = BATCH; last === BATCH && !this.stopped; removed += last) {
        last = await this.requests.removeOlderThan(this.environment.SCIM_REQUEST_RETENTION_DAYS, BATCH);
      }
    } catch (error) {
      this.logger.error({ err: error }, 'old SCIM requests not removed from their log');
    }
    return removed;
  }
}
