import type { AccessChange, ActivityEntry } from './queries';

/** What one request did, according to the entries at hand: its facts, and the changes of access that they share. */
export interface Happening {
  readonly entries: readonly [ActivityEntry, ...ActivityEntry[]];
  readonly changes: readonly AccessChange[];
  /** How many there are; `changes` has the first hundred. */
  readonly changeCount: number;
}

/** Takes the changes from the first entry: every entry of a request has all of them. */
function happeningOf(entries: Happening['entries']): Happening {
  const { access_changes: changes, access_changes_count: changeCount } = entries[0].extra_data;
  return { entries, changes, changeCount };
}

function isSame(one: ActivityEntry, other: ActivityEntry): boolean {
  return one.datetime === other.datetime && one.extra_data.request_id === other.extra_data.request_id;
}

/** Groups the entries of each request. Requests come newest first, the entries of a request oldest first. */
export function happeningsOf(log: readonly ActivityEntry[]): Happening[] {
  const runs: [ActivityEntry, ...ActivityEntry[]][] = [];
  for (const entry of log) {
    const run = runs.at(-1);
    if (run && isSame(run[0], entry)) run.unshift(entry);
    else runs.push([entry]);
  }
  return runs.map(happeningOf);
}
