import { Injectable, Logger } from '@nestjs/common';
import { Gauge } from 'prom-client';
import { within } from '../../../../platform/database/within.js';
import { Metrics } from '../../../../platform/metrics/metrics.js';
import { type OrganizationFigures, ReconciliationRepository } from './reconciliation.repository.js';

const NAMES = ['seat_limit', 'seats_used', 'seats_waiting', 'drift', 'finished_at'] as const;

/** How long to wait for the database; Prometheus waits for ten seconds. */
const PATIENCE_MS = 5_000;

type Name = (typeof NAMES)[number];

const GAUGES: Readonly<Record<Name, { readonly name: string; readonly help: string }>> = {
  seat_limit: { name: 'rolecall_seats_limit', help: 'Seats of an organization; absent where there is no limit' },
  seats_used: { name: 'rolecall_seats_used', help: 'Users with a working role' },
  seats_waiting: { name: 'rolecall_seats_waiting', help: 'Users who wait for a seat' },
  drift: { name: 'rolecall_reconcile_drift', help: 'What the last check of access found wrong; 0 at all times' },
  finished_at: { name: 'rolecall_reconcile_timestamp_seconds', help: 'When the last check of access was done' },
};

/** Figures of each organization, read with one statement whenever the metrics are read. */
@Injectable()
export class OrganizationMetrics {
  private readonly logger = new Logger(OrganizationMetrics.name);
  private readonly gauges: Readonly<Record<Name, Gauge<'organization'>>>;

  constructor(
    metrics: Metrics,
    private readonly organizations: ReconciliationRepository,
  ) {
    const registers = [metrics.registry];
    const made = NAMES.map((name) => [name, new Gauge({ ...GAUGES[name], labelNames: ['organization'], registers })]);
    this.gauges = Object.fromEntries(made) as typeof this.gauges;
    metrics.beforePrinting(() => this.read());
  }

  /** Without the database these figures are missing, and all others are still printed. */
  private async read(): Promise<void> {
    for (const gauge of Object.values(this.gauges)) gauge.reset();
    try {
      for (const figures of await within(PATIENCE_MS, this.organizations.figures())) this.show(figures);
    } catch (error) {
      this.logger.warn({ err: error }, 'no figures of organizations: the database does not answer');
    }
  }

  private show(figures: OrganizationFigures): void {
    const organization = String(figures.id);
    for (const name of NAMES) {
      const value = figures[name];
      if (value !== null) this.gauges[name].set({ organization }, value);
    }
  }
}
