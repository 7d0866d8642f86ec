import { Injectable } from '@nestjs/common';
import { Counter } from 'prom-client';
import { TransactionHooks } from '../../../../platform/database/transaction-hooks.js';
import { Metrics } from '../../../../platform/metrics/metrics.js';

const KINDS = ['role', 'workspace', 'project'] as const;

/** What an assignment is of. */
export type Kind = (typeof KINDS)[number];

/** Counts what this instance has committed of changed access. */
@Injectable()
export class AccessMetrics {
  private readonly changes: Counter<'kind'>;

  constructor(
    { registry }: Metrics,
    private readonly hooks: TransactionHooks,
  ) {
    this.changes = new Counter({
      name: 'rolecall_access_changes_total',
      help: 'Assignments that were written and committed by this instance, by their kind',
      labelNames: ['kind'],
      registers: [registry],
    });
    for (const kind of KINDS) this.changes.inc({ kind }, 0);
  }

  /** To be called within the transaction; it counts once that is committed. */
  changed(kind: Kind, count: number): void {
    if (count > 0) this.hooks.afterCommit(() => this.changes.inc({ kind }, count));
  }
}
