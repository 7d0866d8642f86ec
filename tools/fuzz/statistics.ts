import { type Answer, type Call, kindOf } from './call.js';

/** Counts what was sent, and how long it took. */
export class Statistics {
  private readonly operations = new Set<string>();
  private readonly statuses = new Map<number, number>();
  private readonly times: number[] = [];

  count(call: Call, { status, milliseconds }: Answer): void {
    if (call.operation) this.operations.add(kindOf(call));
    this.statuses.set(status, (this.statuses.get(status) ?? 0) + 1);
    this.times.push(milliseconds);
  }

  get requests(): number {
    return this.times.length;
  }

  get operationCount(): number {
    return this.operations.size;
  }

  /** The time, in milliseconds, within which this share of all answers came. */
  percentile(share: number): number {
    const sorted = [...this.times].sort((a, b) => a - b);
    return Math.round(sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? 0);
  }

  /** How often each status came, sorted by status. */
  statusLine(): string {
    const sorted = [...this.statuses].sort(([a], [b]) => a - b);
    return sorted.map(([status, times]) => `${times} × ${status}`).join(', ');
  }
}
