/** Lines that one file has at most. */
const MAX_LINES = 100_000;

/** Reads what follows a row in the order of the list, or its beginning. */
export type ReadAfter<Row> = (after: Row | undefined, limit: number) => Promise<readonly Row[]>;

/**
 * A long list in batches, each read by a statement of its own only when the one before is on its way: neither the
 * memory nor a transaction holds all of it. Ends after `MAX_LINES` rows, `max` if it is given.
 */
export async function* inBatches<Row>(
  read: ReadAfter<Row>,
  size: number,
  max = MAX_LINES,
): AsyncGenerator<readonly Row[]> {
  let after: Row | undefined;
  for (let left = max; left > 0;) {
    const limit = Math.min(size, left);
    const rows = await read(after, limit);
    if (rows.length > 0) yield rows;
    if (rows.length < limit) return;
    left -= rows.length;
    after = rows.at(-1);
  }
}
