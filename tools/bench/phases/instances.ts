import { SlowLine } from '../../harness/slow-line.js';
import type { Call } from '../load/connection.js';
import { CLIENTS } from '../load/target.js';
import type { Bench, Phase, PhaseResult } from '../phase.js';
import { stageGroup } from '../place/groups.js';
import type { Instances } from '../place/instances.js';
import { type Load, measureScaling } from '../scaling.js';
import { inAndOut } from './members.js';
import { lookUps, newUser, reads, switchActive } from './users.js';

/** How late the line makes everything between an instance and the far database, in milliseconds, in each direction. */
const FAR_MS = 5;

/** Few enough that instances wait for the far database, and not for a processor. */
const FEW_CONNECTIONS = '4';

/** How many users are deactivated before the first is reactivated, so that no two clients change the same one. */
const AWAY = 4 * CLIENTS;

const MEMBERS = 100;

/** A limit that is never reached: seats are counted, and nobody waits for one. */
const MANY_SEATS = 1_000_000;

/** Deactivates some users, reactivates them, and goes on to the next. */
function switches(userIds: readonly string[]): () => Call {
  let made = 0;
  return () => {
    const turn = Math.floor(made / AWAY);
    const at = Math.floor(turn / 2) * AWAY + (made % AWAY);
    made++;
    return switchActive(userIds[at % userIds.length] ?? '', turn % 2 === 1);
  };
}

/** The requests of an identity provider on an ordinary day: it looks up far more than it changes. */
function mix({ place: { seeded } }: Bench): () => Call {
  const lookUp = lookUps('userName', seeded.userNames);
  const read = reads(seeded.userIds);
  const change = switches(seeded.userIds);
  const kinds = [lookUp, read, lookUp, change, lookUp, read, lookUp, newUser, lookUp, change];
  let made = 0;
  return () => (kinds[made++ % kinds.length] ?? read)();
}

/** Writes to one group from all clients; they follow each other, on whichever instance they arrive. */
async function oneGroup({ place }: Bench): Promise<Load> {
  const group = await stageGroup(place, MEMBERS);
  return { title: 'far: one group', next: inAndOut(group, group.members) };
}

async function measureAll(bench: Bench, instances: Instances, loads: readonly Load[]): Promise<PhaseResult> {
  const results: PhaseResult[] = [];
  for (const load of loads) results.push(await measureScaling(bench, instances, load));
  return { rows: results.flatMap(({ rows }) => rows), notes: results.flatMap(({ notes = [] }) => notes) };
}

async function near(bench: Bench): Promise<PhaseResult> {
  const instances = await bench.place.startInstances({});
  const result = await measureAll(bench, instances, [
    { title: 'read a user', next: reads(bench.place.seeded.userIds) },
    { title: 'create a user', next: newUser },
    { title: 'a mix', next: mix(bench) },
  ]);
  await instances.stop();
  return result;
}

async function limitSeats({ place: { database, seeded } }: Bench, limit: number | null): Promise<void> {
  await database.query('update organizations set seat_limit = $2 where id = $1', [seeded.organizationId, limit]);
}

async function measureFar(bench: Bench, instances: Instances): Promise<PhaseResult> {
  const { userIds } = bench.place.seeded;
  const ordinary = await measureAll(bench, instances, [
    { title: 'far: read a user', next: reads(userIds) },
    { title: 'far: create a user', next: newUser },
    { title: 'far: deactivate, reactivate', next: switches(userIds) },
    await oneGroup(bench),
  ]);
  await limitSeats(bench, MANY_SEATS);
  const counted = await measureScaling(bench, instances, { title: 'far: create, seats counted', next: newUser });
  await limitSeats(bench, null);
  return {
    rows: [...ordinary.rows, ...counted.rows],
    notes: [...(ordinary.notes ?? []), ...(counted.notes ?? [])],
  };
}

/**
 * Measures instances far from their database. On a machine with few processors, near instances run out of processor
 * time first. An instance that mostly waits for its few connections needs little of it, so two instances do twice as
 * much unless they wait for each other.
 */
async function far(bench: Bench): Promise<PhaseResult> {
  const line = await SlowLine.to(bench.place.databaseUrl);
  const instances = await bench.place.startInstances({ DATABASE_URL: line.url, DATABASE_POOL_MAX: FEW_CONNECTIONS });
  line.latency = FAR_MS;
  const result = await measureFar(bench, instances);
  await instances.stop();
  line.close();
  return result;
}

/** Measures one server, and two on the same database. */
export const instancePhases: readonly Phase[] = [
  { name: 'instances', run: near },
  { name: 'instances-far', run: far },
];
