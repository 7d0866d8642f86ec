import type { ActivityEntry } from './queries';

/** Reads the details of an entry, by the names that its action uses. */
export class Details {
  private readonly values: Readonly<Record<string, unknown>>;

  constructor({ extra_data }: ActivityEntry) {
    this.values = extra_data.details;
  }

  number(name: string): number {
    return Number(this.values[name] ?? 0);
  }

  /** Undefined if it is missing, or null. */
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

  /** How long a list is, including what is not in the entry. */
  count(name: string): number {
    return this.number(`${name}Count`);
  }
}
