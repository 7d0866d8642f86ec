import { Injectable } from '@nestjs/common';
import { Counter } from 'prom-client';
import { TransactionHooks } from '../../../../platform/database/transaction-hooks.js';
import { Metrics } from '../../../../platform/metrics/metrics.js';

const KINDS = ['role', 'workspace', 'project'] as const;

/** The kind of an assignment. */
export type Kind = (typeof KINDS)[number];

/** Counts the changes of access that this instance has committed. */
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

  /** Must be called within the transaction; it counts once that is committed. */
  changed(kind: Kind, count: number): void {
    if (count > 0) this.hooks.afterCommit(() => this.changes.inc({ kind }, count));
  }
}
