import { Injectable, type OnModuleInit } from '@nestjs/common';
import { Environment } from '../../platform/environment.js';
import { Jobs } from '../../platform/jobs/jobs.js';
import { Removal } from '../../platform/jobs/removal.js';
import { ActivityRepository } from './activity.repository.js';

const NAME = 'retention of the activity log';
const EVERY_MS = 60 * 60 * 1000;

/** Takes entries out of the activity log when their time is over; `ACTIVITY_RETENTION_DAYS=0` keeps them for ever. */
@Injectable()
export class ActivityRetention implements OnModuleInit {
  constructor(
    private readonly environment: Environment,
    private readonly entries: ActivityRepository,
    private readonly jobs: Jobs,
    private readonly removal: Removal,
  ) {}

  onModuleInit(): void {
    if (this.environment.ACTIVITY_RETENTION_DAYS === 0) return;
    this.jobs.add({ name: NAME, everyMs: EVERY_MS, run: (signal) => this.run(signal) });
  }

  /** @returns how many entries were removed */
  async run(signal?: AbortSignal): Promise<number> {
    const { ACTIVITY_RETENTION_DAYS: days } = this.environment;
    return this.removal.run(NAME, (limit) => this.entries.removeOlderThan(days, limit), signal);
  }
}
