import { Injectable, type OnModuleInit } from '@nestjs/common';
import { Environment } from '../../../platform/environment.js';
import { Jobs } from '../../../platform/jobs/jobs.js';
import { Removal } from '../../../platform/jobs/removal.js';
import { AccessChangeRepository } from './access-change.repository.js';

const NAME = 'retention of changes of access';
const EVERY_MS = 60 * 60 * 1000;

/** Forgets changes of access when their time is over, as the activity log does its entries; access itself stays. */
@Injectable()
export class AccessChangeRetention implements OnModuleInit {
  constructor(
    private readonly environment: Environment,
    private readonly changes: AccessChangeRepository,
    private readonly jobs: Jobs,
    private readonly removal: Removal,
  ) {}

  onModuleInit(): void {
    if (this.environment.ACTIVITY_RETENTION_DAYS === 0) return;
    this.jobs.add({ name: NAME, everyMs: EVERY_MS, run: (signal) => this.run(signal) });
  }

  /** @returns how many changes were removed */
  async run(signal?: AbortSignal): Promise<number> {
    const { ACTIVITY_RETENTION_DAYS: days } = this.environment;
    return this.removal.run(NAME, (limit) => this.changes.removeOlderThan(days, limit), signal);
  }
}
