import { Injectable } from '@nestjs/common';
import { Transactions } from '../../../../platform/database/transactions.js';
import { currentContext } from '../../../../platform/http/request-context.js';
import { AccessRepository } from '../../engine/projection/access.repository.js';
import { circumstance } from '../../engine/projection/occasion.js';
import { ReconciliationRepository } from './reconciliation.repository.js';
import { PreviewRepository } from '../preview/preview.repository.js';
import type { PreviewResult } from '../preview/preview.statement.js';
import type { ReconcileDto } from './reconcile.dto.js';

function report({ users_checked, drift, changes }: PreviewResult): ReconcileDto {
  return { users_checked, drift, changes };
}

/** Computes everybody's access again, as if all of it had just changed. */
@Injectable()
export class ReconcileService {
  constructor(
    private readonly previews: PreviewRepository,
    private readonly access: AccessRepository,
    private readonly results: ReconciliationRepository,
    private readonly transactions: Transactions,
  ) {}

  /** Reports what differs from the rules, on one snapshot; it changes nobody's access and blocks nobody. */
  async check(organizationId: number): Promise<ReconcileDto> {
    const startedAt = new Date();
    const found = await this.transactions.snapshot(async () => report(await this.previews.drift(organizationId)));
    await this.results.save(organizationId, { startedAt, ...found, repaired: false });
    return found;
  }

  /**
   * Reports and repairs, under the exclusive lock of the organization. What it repaired is in the log of access
   * changes.
   */
  async repair(organizationId: number): Promise<ReconcileDto> {
    const startedAt = new Date();
    return this.transactions.exclusive(organizationId, async () => {
      const found = report(await this.previews.drift(organizationId));
      const drift = await this.access.project(
        organizationId,
        { kind: 'organization' },
        circumstance('reconciliation'),
        currentContext().requestId,
      );
      await this.results.save(organizationId, { startedAt, ...found, drift, repaired: true });
      return { ...found, drift };
    });
  }
}
