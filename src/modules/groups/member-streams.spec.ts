import { describe, expect, it } from '@jest/globals';
import { MemberStreams } from './member-streams.js';

const SOURCE = { organizationId: 1, baseUrl: 'https://rolecall.test/scim/v2' };

type Sizes = readonly (readonly [id: number, size: number])[];

/** Replaces the database: members are numbers, and each statement is recorded. */
function reading(sizes: Sizes) {
  const statements: string[] = [];
  const members = new Map(sizes.map(([id, size]) => [id, Array.from({ length: size }, (_, at) => at + 1)]));
  const pages = {
    page: (_: object, groupId: number, after: number, limit: number) => {
      statements.push(`page of ${groupId}`);
      const page = (members.get(groupId) ?? []).filter((member) => member > after).slice(0, limit);
      const isFull = page.length === limit;
      return Promise.resolve({ members: JSON.stringify(page), last: isFull ? (page.at(-1) ?? null) : null });
    },
    all: (_: object, groupIds: readonly number[]) => {
      statements.push(`all of ${groupIds.join()}`);
      return Promise.resolve(new Map(groupIds.map((id) => [id, JSON.stringify(members.get(id))])));
    },
  };
  const groups = sizes.map(([id, size]) => ({ id, size }));
  return { statements, streams: new MemberStreams(pages, SOURCE, groups) };
}

async function read(sizes: Sizes) {
  const { statements, streams } = reading(sizes);
  const counts: [number, number][] = [];
  for (const [id] of sizes) {
    const seen: unknown[] = [];
    for await (const batch of streams.of(id).batches()) seen.push(...(JSON.parse(batch) as unknown[]));
    counts.push([id, new Set(seen).size]);
  }
  return { statements, counts };
}

describe(MemberStreams.name, () => {
  it.each<[string, Sizes, string[]]>([
    ['a large group in parts', [[7, 4_500]], ['page of 7', 'page of 7', 'page of 7']],
    [
      'small groups together',
      [
        [1, 900],
        [2, 900],
        [3, 0],
        [4, 200],
      ],
      ['all of 1,2,3,4'],
    ],
    [
      'no more together than a part has',
      [
        [1, 1_500],
        [2, 600],
        [3, 1_000],
      ],
      ['all of 1', 'all of 2,3'],
    ],
    [
      'small groups on both sides of a large one',
      [
        [1, 5],
        [2, 2_001],
        [3, 5],
      ],
      ['all of 1,3', 'page of 2', 'page of 2'],
    ],
  ])('reads %s, and everybody once', async (_, sizes, statements) => {
    expect(await read(sizes)).toEqual({ statements, counts: sizes });
  });

  it('reads nothing before it is asked', () => {
    const { statements, streams } = reading([[1, 5_000]]);
    streams.of(1).batches();
    expect(statements).toEqual([]);
  });

  it('reads a group anew for whoever begins anew', async () => {
    const { streams } = reading([[1, 3_000]]);
    const values = streams.of(1);
    for (let time = 1; time <= 2; time++) {
      const batches: string[] = [];
      for await (const batch of values.batches()) batches.push(batch);
      expect(batches).toHaveLength(2);
    }
  });
});
