import type { Call } from '../load/connection.js';
import { Connection } from '../load/connection.js';
import { faultOf } from '../load/run-load.js';
import type { Bench, Phase, PhaseResult } from '../phase.js';
import { countMembers, stageGroup, type StagedGroup } from '../place/groups.js';
import { wanderer } from './users.js';

const SMALL = 10;
const AT_ONCE = 160;
const BATCH = 1_000;

/** The PATCH with which Okta adds members. */
function addMembers(group: Pick<StagedGroup, 'id'>, users: readonly string[]): Call {
  const Operations = [{ op: 'add', path: 'members', value: users.map((value) => ({ value })) }];
  return { method: 'PATCH', path: `/scim/v2/Groups/${group.id}`, body: { Operations } };
}

function removeMember(group: Pick<StagedGroup, 'id'>, user: string): Call {
  const Operations = [{ op: 'remove', path: `members[value eq "${user}"]` }];
  return { method: 'PATCH', path: `/scim/v2/Groups/${group.id}`, body: { Operations } };
}

/** Removes one user after the other from a group and adds them again. */
export function inAndOut(group: StagedGroup, users: readonly string[]): () => Call {
  const next = wanderer(users);
  let user = '';
  let isOut = false;
  return () => {
    isOut = !isOut;
    if (isOut) user = next();
    return isOut ? removeMember(group, user) : addMembers(group, [user]);
  };
}

async function singleChanges(bench: Bench): Promise<PhaseResult> {
  const { userIds } = bench.place.seeded;
  const large = await stageGroup(bench.place, userIds.length);
  const small = await stageGroup(bench.place, SMALL);
  const onLarge = await bench.comparison.underLoad('one member, large group', () => inAndOut(large, userIds));
  const onSmall = await bench.comparison.underLoad('one member, small group', () => inAndOut(small, userIds));
  const ratio = onLarge.server.p50 / onSmall.server.p50;
  return {
    rows: [
      { title: `one member of ${userIds.length}`, ...onLarge },
      { title: `one member of ${SMALL}`, ...onSmall },
    ],
    notes: [`a change of one member takes ${ratio.toFixed(2)} × on the large group (promise: at most 1.5)`],
  };
}

/** Measures the push of a group; each round of each side fills a group of its own. */
async function push(bench: Bench): Promise<PhaseResult> {
  const { place, options, comparison } = bench;
  const { userIds } = place.seeded;
  const groups: StagedGroup[] = [];
  for (let at = 0; at < 2 * options.rounds; at++) groups.push(await stageGroup(place, 0));
  const title = `push ${userIds.length} members by 1,000s`;
  const left = [...groups];
  const sides = await comparison.inSeries(title, function* () {
    const group = left.shift();
    for (let at = 0; group && at < userIds.length; at += BATCH) yield addMembers(group, userIds.slice(at, at + BATCH));
  });
  const failures: string[] = [];
  for (const group of groups) {
    const count = await countMembers(place, group);
    if (count !== userIds.length) failures.push(`a pushed group has ${count} members instead of ${userIds.length}`);
  }
  return { rows: [{ title, ...sides }], failures };
}

/** Sends many changes of members at once, one request each, as Okta does; none may get lost or be refused. */
async function atOnce({ place, options }: Bench): Promise<PhaseResult> {
  const failures: string[] = [];
  const times: number[] = [];
  for (let round = 1; round <= options.rounds; round++) {
    const group = await stageGroup(place, 0);
    const { origin, token } = place.targets.server;
    const connections = Array.from({ length: AT_ONCE }, () => new Connection(origin, token));
    const begun = performance.now();
    await Promise.all(
      connections.map(async (connection, at) => {
        const call = addMembers(group, place.seeded.userIds.slice(at, at + 1));
        const fault = faultOf(call, await connection.send(call));
        if (fault !== undefined) failures.push(fault);
      }),
    );
    times.push(performance.now() - begun);
    for (const connection of connections) connection.close();
    const count = await countMembers(place, group);
    if (count !== AT_ONCE) failures.push(`${AT_ONCE - count} of ${AT_ONCE} additions are lost`);
  }
  const longest = Math.max(...times).toFixed(0);
  const lost = failures.length === 0 ? 'none lost, none refused' : `${failures.length} lost or refused`;
  return {
    rows: [],
    notes: [`${AT_ONCE} concurrent additions to one group: ${lost}, at most ${longest} ms`],
    failures,
  };
}

/** The phases in which members come and go. */
export const memberPhases: readonly Phase[] = [
  { name: 'push', run: push },
  { name: 'member', run: singleChanges },
  { name: 'at-once', run: atOnce },
];
