import { availableParallelism } from 'node:os';
import { Contestant } from './contestant.js';
import type { Call, Connection } from './load/connection.js';
import type { Figures } from './load/figures.js';
import { CLIENTS, type Target } from './load/target.js';
import type { Bench, PhaseResult, Row } from './phase.js';
import type { Instances } from './place/instances.js';
import { highestMemory } from '../harness/process.js';

/**
 * Share of a round's time for which each is under load before the first round; the processes have only just started.
 */
const WARM_UP = 0.5;

/** Requests that any instance may receive. */
export interface Load {
  readonly title: string;
  readonly next: () => Call;
}

/** One instance, and two of the same kind. */
interface Pair<Item> {
  readonly one: Item;
  readonly two: Item;
}

/** Connections of all clients, spread evenly. */
function connectionsTo(targets: readonly Target[]): Connection[] {
  return targets.flatMap(({ connections }) => connections.slice(0, CLIENTS / targets.length));
}

function contestant(name: string, { comparison }: Bench, targets: readonly Target[], { next }: Load): Contestant {
  const pids = targets.map(({ pid }) => pid);
  return new Contestant(name, pids, connectionsTo(targets), comparison.load(next));
}

function pairOf(name: string, bench: Bench, targets: readonly Target[], load: Load): Pair<Contestant> {
  return {
    one: contestant(`1 ${name}`, bench, targets.slice(0, 1), load),
    two: contestant(`${targets.length} ${name}s`, bench, targets, load),
  };
}

/** How many processors each consumer kept busy. */
interface Busy {
  readonly own: number;
  readonly database: number;
  readonly client: number;
  readonly others: number;
}

function busyOf({ times: { own, database, client, everybody }, seconds }: Figures): Busy {
  const share = (time: number) => Math.max(0, time / seconds / 1000);
  const others = share(everybody - own - database - client);
  return { own: share(own), database: share(database), client: share(client), others };
}

/** How many times the load of one instance the processors could carry; two at most. */
function allowedBy({ own, database, client }: Busy): number {
  return Math.min(2, availableParallelism() / (own + database + client));
}

function busyText({ own, database, client, others }: Busy): string {
  return [own, database, client, others].map((share) => share.toFixed(2)).join(', ');
}

function ratioText({ one, two }: Pair<Figures>): string {
  return `${(two.rate / one.rate).toFixed(2)} ×`;
}

function notesOf(title: string, server: Pair<Figures>, floor: Pair<Figures>): string[] {
  const one = busyOf(server.one);
  const two = busyOf(server.two);
  return [
    `${title}: 2 instances do ${ratioText(server)} what 1 does; the processors allow ` +
      `${allowedBy(one).toFixed(2)} ×; 2 floors do ${ratioText(floor)} what 1 does`,
    `  processors that the instance, the database, the load generator and others keep busy: ${busyText(one)}; ` +
      `with 2 instances: ${busyText(two)}`,
  ];
}

/** Measures one and two instances of each side under the same load, in turns. */
export async function measureScaling(bench: Bench, instances: Instances, load: Load): Promise<PhaseResult> {
  const { title, next } = load;
  const servers = pairOf('instance', bench, instances.servers, load);
  const floors = pairOf('floor', bench, instances.floors, load);
  const contestants = [servers.one, servers.two, floors.one, floors.two];
  for (const { two } of [servers, floors]) await bench.comparison.warmUp(title, two, next, WARM_UP);
  await bench.comparison.takeTurns(title, contestants);
  const memory = Math.max(...instances.servers.map(({ pid }) => highestMemory(pid)));
  const server = { one: servers.one.figures, two: servers.two.figures };
  const floor = { one: floors.one.figures, two: floors.two.figures };
  const rows: Row[] = [
    { title: `${title}, 1 instance`, server: server.one, floor: floor.one, memory },
    { title: `${title}, 2 instances`, server: server.two, floor: floor.two, memory },
  ];
  return { rows, notes: notesOf(title, server, floor) };
}
