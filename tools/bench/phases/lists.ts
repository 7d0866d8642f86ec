import type { Call } from '../load/connection.js';
import type { Bench, Phase, PhaseResult } from '../phase.js';
import type { Side } from '../place/place.js';

const COUNT = 100;
const LARGEST_COUNT = 1_000;
const DEEP_PAGE = 1_000;

/** The thousandth page, or the last full one of a smaller organization. */
function deepPage({ place }: Bench): number {
  return Math.min(DEEP_PAGE, Math.floor(place.seeded.userIds.length / COUNT));
}

function page(query: string): Call {
  return { method: 'GET', path: `/scim/v2/Users?count=${COUNT}&${query}` };
}

/** Finds the cursor of a page as a client does, page by page, but with the largest page size. */
async function cursorOf({ place }: Bench, side: Side, number: number): Promise<string> {
  let cursor = '';
  for (let left = (number - 1) * COUNT; left > 0; left -= LARGEST_COUNT) {
    const count = Math.min(left, LARGEST_COUNT);
    const path = `/scim/v2/Users?count=${count}&attributes=userName&cursor=${cursor}`;
    const answer = (await place.targets[side].ask('GET', path)) as { nextCursor?: string };
    cursor = answer.nextCursor ?? '';
  }
  return cursor;
}

async function byIndex(bench: Bench): Promise<PhaseResult> {
  const deep = deepPage(bench);
  const first = await bench.comparison.underLoad('page 1 by index', () => () => page('startIndex=1'));
  const last = await bench.comparison.underLoad('deep page by index', () => () => {
    return page(`startIndex=${(deep - 1) * COUNT + 1}`);
  });
  return {
    rows: [
      { title: 'list by index, page 1', ...first },
      { title: `list by index, page ${deep}`, ...last },
    ],
  };
}

async function byCursor(bench: Bench): Promise<PhaseResult> {
  const deep = deepPage(bench);
  const cursors = { server: await cursorOf(bench, 'server', deep), floor: await cursorOf(bench, 'floor', deep) };
  const first = await bench.comparison.underLoad('page 1 by cursor', (side) => () => {
    return page(`cursor=${side === 'server' ? '' : '0'}`);
  });
  const last = await bench.comparison.underLoad('deep page by cursor', (side) => () => page(`cursor=${cursors[side]}`));
  return {
    rows: [
      { title: 'list by cursor, page 1', ...first },
      { title: `list by cursor, page ${deep}`, ...last },
    ],
    notes: [
      `page ${deep} by cursor takes ${(last.server.p50 / first.server.p50).toFixed(2)} × page 1 (promise: at most 3)`,
    ],
  };
}

/** Pages of 100 users. */
export const listPhases: readonly Phase[] = [
  { name: 'list-index', run: byIndex },
  { name: 'list-cursor', run: byCursor },
];
