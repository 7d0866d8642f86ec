import type { ActivityEntry } from './queries';

/** What an entry says of itself, by the names that its action gives it. */
export class Details {
  private readonly values: Readonly<Record<string, unknown>>;

  constructor({ extra_data }: ActivityEntry) {
    this.values = extra_data.details;
  }

  number(name: string): number {
    return Number(this.values[name] ?? 0);
  }

  /** Undefined where there is none, or null. */
  id(name: string): number | undefined {
    const value = this.values[name];
    return typeof value === 'number' ? value : undefined;
  }

  text(name: string): string {
    const value = this.values[name];
    return typeof value === 'string' ? value : '';
  }

  /** The first hundred. */
  list(name: string): readonly unknown[] {
    const value = this.values[name];
    return Array.isArray(value) ? (value as unknown[]) : [];
  }

  /** How long a list is, also beyond what is listed. */
  count(name: string): number {
    return this.number(`${name}Count`);
  }
}
