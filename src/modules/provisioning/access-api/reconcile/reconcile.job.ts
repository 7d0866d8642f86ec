import { Injectable, Logger, type OnModuleInit } from '@nestjs/common';
import { v7 } from 'uuid';
import { Transactions } from '../../../../platform/database/transactions.js';
import { Environment } from '../../../../platform/environment.js';
import { runInContext } from '../../../../platform/http/request-context.js';
import { Jobs } from '../../../../platform/jobs/jobs.js';
import { ReconcileService } from './reconcile.service.js';
import { ReconciliationRepository } from './reconciliation.repository.js';

const EVERY_MS = 15 * 60 * 1000;

/**
 * Checks everybody's access in every organization regularly. The check reads a snapshot and blocks nobody. What it
 * finds wrong is a fault of the server; only that is repaired, and reported as an error.
 */
@Injectable()
export class ReconcileJob implements OnModuleInit {
  private readonly logger = new Logger(ReconcileJob.name);

  constructor(
    private readonly environment: Environment,
    private readonly reconciliation: ReconcileService,
    private readonly results: ReconciliationRepository,
    private readonly transactions: Transactions,
    private readonly jobs: Jobs,
  ) {}

  onModuleInit(): void {
    if (this.environment.RECONCILE_EVERY_HOURS === 0) return;
    this.jobs.add({ name: 'check of access', everyMs: EVERY_MS, run: (signal) => this.run(signal) });
  }

  /**
   * Checks the organizations that are due, one after the other, each on one instance.
   *
   * @returns those that this instance has checked
   */
  async run(signal?: AbortSignal): Promise<number[]> {
    const checked: number[] = [];
    while (!signal?.aborted) {
      const id = await this.claim();
      if (id === undefined) break;
      await runInContext({ requestId: v7(), channel: 'system', origin: '' }, () => this.check(id));
      checked.push(id);
    }
    return checked;
  }

  private async claim(): Promise<number | undefined> {
    return this.transactions.plain(() => this.results.claim(this.environment.RECONCILE_EVERY_HOURS));
  }

  private async check(organizationId: number): Promise<void> {
    const { drift, users_checked, changes } = await this.reconciliation.check(organizationId);
    if (drift === 0) return;
    const users = changes.map(({ user }) => user.id);
    this.logger.error({ organizationId, drift, users_checked, users }, 'access is not as the rules have it');
    await this.reconciliation.repair(organizationId);
  }
}
