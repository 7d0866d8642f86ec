import type { Call } from '../load/connection.js';
import { probing } from '../load/probe.js';
import { runLoad } from '../load/run-load.js';
import type { Bench, Phase, PhaseResult } from '../phase.js';
import { stageGroup, type StagedGroup } from '../place/groups.js';
import type { Side } from '../place/place.js';

const REPLACED = 10_000;
const READERS = 4;
const TIMES = 5;

/** PUTs of all members, each with one less or one more than the one before. */
function* replacements({ id, name, members }: StagedGroup): Iterable<Call> {
  for (let time = 0; time < TIMES; time++) {
    const value = members.slice(time % 2 === 0 ? 1 : 0).map((member) => ({ value: member }));
    yield { method: 'PUT', path: `/scim/v2/Groups/${id}`, body: JSON.stringify({ displayName: name, members: value }) };
  }
}

async function replace({ place, comparison }: Bench): Promise<PhaseResult> {
  const groups: Record<Side, StagedGroup> = {
    server: await stageGroup(place, REPLACED),
    floor: await stageGroup(place, REPLACED),
  };
  const title = `replace ${groups.server.members.length} members, one changed`;
  return { rows: [{ title, ...(await comparison.inSeries(title, (side) => replacements(groups[side]))) }] };
}

async function readAll({ place, comparison, options }: Bench): Promise<PhaseResult> {
  const { id, members } = await stageGroup(place, place.seeded.userIds.length);
  const title = `read ${members.length} members`;
  const call = () => ({ method: 'GET', path: `/scim/v2/Groups/${id}` });
  const { targets, memory } = place;
  const before = memory.now;
  memory.takePeak();
  const waits = await probing(targets.server.origin, async () => {
    await runLoad(targets.server.connections.slice(0, READERS), call, options.seconds);
  });
  const peak = memory.takePeak();
  const sides = await comparison.underLoad(title, () => call, READERS);
  return {
    rows: [{ title, ...sides }],
    notes: [
      `beside ${READERS} readers of ${members.length} members a request that needs nothing takes ` +
        `${waits.p99.toFixed(0)} ms at the 99th percentile, ${waits.longest.toFixed(0)} ms at most (promise: 50)`,
      `beside them the server has ${peak} MB, and had ${before} MB before`,
    ],
  };
}

async function readWithout({ place, comparison }: Bench): Promise<PhaseResult> {
  const { id, members } = await stageGroup(place, place.seeded.userIds.length);
  const title = `read a group of ${members.length} without members`;
  const path = `/scim/v2/Groups/${id}?excludedAttributes=members`;
  return { rows: [{ title, ...(await comparison.underLoad(title, () => () => ({ method: 'GET', path }))) }] };
}

/** Whole groups, written and read. */
export const largeGroupPhases: readonly Phase[] = [
  { name: 'put', run: replace },
  { name: 'read-members', run: readAll },
  { name: 'read-without', run: readWithout },
];
