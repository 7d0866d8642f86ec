/** Somebody who is to get a working role and has none: a place in the line for a seat. */
export interface Waiter<Key> {
  readonly key: Key;
  /** When they began to wait, as a number that grows with time; null for those who ask only now. */
  readonly since: number | null;
}

/**
 * R8: who of a line gets a seat. Those who wait come before those who ask now, and among them who waited longer; those
 * who ask at the same time come in the order given. Whoever has a seat keeps it, also above the limit.
 *
 * @param limit null for no limit
 * @param taken seats of those who have a working role and keep it
 */
export function seated<Key>(limit: number | null, taken: number, line: readonly Waiter<Key>[]): Set<Key> {
  const inOrder = line.toSorted((a, b) => (a.since ?? Infinity) - (b.since ?? Infinity) || 0);
  const free = limit === null ? line.length : Math.max(0, limit - taken);
  return new Set(inOrder.slice(0, free).map(({ key }) => key));
}
