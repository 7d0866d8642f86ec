/** How many lines one file may have. */
const MAX_LINES = 100_000;

/** Reads the rows after a row, in the order of the list; without a row, from the beginning. */
export type ReadAfter<Row> = (after: Row | undefined, limit: number) => Promise<readonly Row[]>;

/**
 * Reads a long list in batches. Each batch is a statement of its own, which runs when the batch before is on its way,
 * so that neither memory nor a transaction holds the whole list. Ends after `max` rows, `MAX_LINES` by default.
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
