import { Injectable, type OnModuleInit } from '@nestjs/common';
import { Jobs } from '../../platform/jobs/jobs.js';
import { UserTotalRepository } from './user-total.repository.js';

const EVERY_MS = 10_000;

/** Adds up the totals of accounts, so that a list reads a few rows for its total however many accounts come in. */
@Injectable()
export class UserTotalJob implements OnModuleInit {
  constructor(
    private readonly totals: UserTotalRepository,
    private readonly jobs: Jobs,
  ) {}

  onModuleInit(): void {
    this.jobs.add({
      name: 'totals of accounts',
      everyMs: EVERY_MS,
      firstAfterMs: EVERY_MS,
      run: () => this.totals.addUp(),
    });
  }
}
