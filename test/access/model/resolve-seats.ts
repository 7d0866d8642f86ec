/** A user who should get a working role and has none: a place in the queue for a seat. */
export interface Waiter<Key> {
  readonly key: Key;
  /** When they began to wait, as a number that grows with time; null for those who ask only now. */
  readonly since: number | null;
}

/**
 * R8: who in a queue gets a seat. Those who already wait come before those who ask now, and those who have waited
 * longer come first; those who ask at the same time stay in the order given. A seat is never taken away, even above the
 * limit.
 *
 * @param limit null for no limit
 * @param taken seats of users who keep their working role
 */
export function seated<Key>(limit: number | null, taken: number, line: readonly Waiter<Key>[]): Set<Key> {
  const inOrder = line.toSorted((a, b) => (a.since ?? Infinity) - (b.since ?? Infinity) || 0);
  const free = limit === null ? line.length : Math.max(0, limit - taken);
  return new Set(inOrder.slice(0, free).map(({ key }) => key));
}
