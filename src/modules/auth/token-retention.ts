import { Injectable, type OnModuleInit } from '@nestjs/common';
import { Jobs } from '../../platform/jobs/jobs.js';
import { Removal } from '../../platform/jobs/removal.js';
import { AccessTokenRepository } from './access-token.repository.js';

const NAME = 'retention of tokens';
const EVERY_MS = 6 * 60 * 60 * 1000;

/** So long requests with a token that is no longer good are still known to be of its organization, and logged. */
const DAYS = 90;

/** Forgets tokens some time after they have expired or were revoked. */
@Injectable()
export class TokenRetention implements OnModuleInit {
  constructor(
    private readonly tokens: AccessTokenRepository,
    private readonly jobs: Jobs,
    private readonly removal: Removal,
  ) {}

  onModuleInit(): void {
    this.jobs.add({ name: NAME, everyMs: EVERY_MS, run: (signal) => this.run(signal) });
  }

  /** @returns how many tokens were removed */
  async run(signal?: AbortSignal): Promise<number> {
    return this.removal.run(NAME, (limit) => this.tokens.removeEndedBefore(DAYS, limit), signal);
  }
}
