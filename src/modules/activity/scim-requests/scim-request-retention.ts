import { Injectable, type OnModuleInit } from '@nestjs/common';
import { Environment } from '../../../platform/environment.js';
import { Jobs } from '../../../platform/jobs/jobs.js';
import { Removal } from '../../../platform/jobs/removal.js';
import { ScimRequestRepository } from './scim-request.repository.js';

const NAME = 'retention of SCIM requests';
const EVERY_MS = 60 * 60 * 1000;

/** Takes requests out of their log when their time is over. */
@Injectable()
export class ScimRequestRetention implements OnModuleInit {
  constructor(
    private readonly environment: Environment,
    private readonly requests: ScimRequestRepository,
    private readonly jobs: Jobs,
    private readonly removal: Removal,
  ) {}

  onModuleInit(): void {
    this.jobs.add({ name: NAME, everyMs: EVERY_MS, run: (signal) => this.run(signal) });
  }

  /** @returns how many requests were removed */
  async run(signal?: AbortSignal): Promise<number> {
    const { SCIM_REQUEST_RETENTION_DAYS: days } = this.environment;
    return this.removal.run(NAME, (limit) => this.requests.removeOlderThan(days, limit), signal);
  }
}
