import { describe, expect, it } from '@jest/globals';
import { inBatches } from './batches.js';

/** Rows 1 to `length`, and what was asked of them. */
function list(length: number) {
  const asked: [after: number | undefined, limit: number][] = [];
  const rows = Array.from({ length }, (_, index) => index + 1);
  const read = (after: number | undefined, limit: number) => {
    asked.push([after, limit]);
    return Promise.resolve(rows.slice(after ?? 0, (after ?? 0) + limit));
  };
  return { asked, read };
}

async function all<Item>(items: AsyncIterable<Item>): Promise<Item[]> {
  const found: Item[] = [];
  for await (const item of items) found.push(item);
  return found;
}

describe(inBatches.name, () => {
  it.each([
    [0, [], [[undefined, 2]]],
    [1, [[1]], [[undefined, 2]]],
    [
      2,
      [[1, 2]],
      [
        [undefined, 2],
        [2, 2],
      ],
    ],
    [
      3,
      [[1, 2], [3]],
      [
        [undefined, 2],
        [2, 2],
      ],
    ],
  ])('reads %i rows two by two', async (length, batches, questions) => {
    const { asked, read } = list(length);
    expect(await all(inBatches(read, 2))).toEqual(batches);
    expect(asked).toEqual(questions);
  });

  it('ends at the limit, though there is more', async () => {
    const { asked, read } = list(10);
    expect(await all(inBatches(read, 2, 5))).toEqual([[1, 2], [3, 4], [5]]);
    expect(asked).toHaveLength(3);
  });

  it('ends after 100,000 rows', async () => {
    const batches = await all(inBatches(list(100_001).read, 60_000));
    expect(batches.map(({ length }) => length)).toEqual([60_000, 40_000]);
  });

  it('reads nothing ahead of who takes it', async () => {
    const { asked, read } = list(10);
    const batches = inBatches(read, 2);
    await batches.next();
    expect(asked).toHaveLength(1);
  });
});
