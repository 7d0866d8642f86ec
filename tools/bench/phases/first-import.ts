import { figuresOfTimes } from '../load/figures.js';
import type { Target } from '../load/target.js';
import type { Bench, Phase, PhaseResult, Row } from '../phase.js';
import { type FirstDay, openFirstDay } from '../place/first-day.js';
import type { Side } from '../place/place.js';
import { lookUps, newUser, reads } from './users.js';

/** The first import has as many users as this part of the accounts of the other phases. */
const SHARE = 5;
const MOST = 20_000;
const TENTHS = 10;
const TEAM = 100;
const GROUP = 'urn:ietf:params:scim:schemas:core:2.0:Group';

interface Account {
  readonly id: string;
  readonly name: string;
}

async function accounts({ databases }: FirstDay, side: Side): Promise<Account[]> {
  const { rows } = await databases[side].query<Account>(
    'select scim_id as id, user_name as name from users where not is_owner order by id',
  );
  return rows;
}

/** @returns how many milliseconds each request took */
async function inTurn(server: Target, requests: readonly (readonly [path: string, body: object])[]): Promise<number[]> {
  const times: number[] = [];
  for (const [path, body] of requests) {
    const begun = performance.now();
    await server.ask('POST', path, body);
    times.push(performance.now() - begun);
  }
  return times;
}

/** Pushes a team for each 100 users, and maps all teams to a role and a workspace; the floor does neither. */
async function pushAndMap({ targets: { server } }: FirstDay, users: readonly Account[]): Promise<Row[]> {
  const teams = Array.from({ length: Math.ceil(users.length / TEAM) }, (_, at) => ({
    displayName: `Team ${at}`,
    members: users.slice(at * TEAM, (at + 1) * TEAM).map(({ id }) => ({ value: id })),
  }));
  const settings = {
    roles_groups: teams.map(({ displayName }) => ['Reviewer', displayName]),
    workspaces_groups: teams.map(({ displayName }, at) => [`Workspace ${at % 10}`, displayName]),
    projects_groups: [],
  };
  const pushes = teams.map((team) => ['/scim/v2/Groups', { schemas: [GROUP], ...team }] as const);
  return [
    { title: `first day: push a team of ${TEAM}`, server: figuresOfTimes(await inTurn(server, pushes)) },
    {
      title: `first day: preview a mapping of ${users.length}`,
      server: figuresOfTimes(await inTurn(server, [['/api/scim/settings/preview', settings]])),
    },
    {
      title: `first day: save a mapping of ${users.length}`,
      server: figuresOfTimes(await inTurn(server, [['/api/scim/settings', settings]])),
    },
  ];
}

/** Creates all users; the first and the last tenth have a row each, which show what growing costs. */
async function create({ comparison }: Bench, day: FirstDay, count: number): Promise<Row[]> {
  const tenth = Math.ceil(count / TENTHS);
  const parts = Array.from({ length: TENTHS }, () => tenth);
  const sides = await comparison.at(day).inParts('first import', parts, newUser);
  return [0, Math.floor(TENTHS / 2), TENTHS - 1].flatMap((at) => {
    const part = sides[at];
    return part ? [{ title: `first import: users ${at * tenth + 1} to ${(at + 1) * tenth}`, ...part }] : [];
  });
}

async function read({ comparison }: Bench, day: FirstDay): Promise<Row[]> {
  const users = { server: await accounts(day, 'server'), floor: await accounts(day, 'floor') };
  const there = comparison.at(day);
  const ids = (side: Side) => users[side].map(({ id }) => id);
  const names = (side: Side) => users[side].map(({ name }) => name);
  const page = () => ({ method: 'GET', path: '/scim/v2/Users?count=100&startIndex=1' });
  return [
    { title: 'first day: read a user', ...(await there.underLoad('first day, read', (side) => reads(ids(side)))) },
    {
      title: 'first day: look up by userName',
      ...(await there.underLoad('first day, look up', (side) => lookUps('userName', names(side)))),
    },
    {
      title: 'first day: look up by email',
      ...(await there.underLoad('first day, look up by email', (side) => lookUps('email', names(side)))),
    },
    { title: 'first day: list of 100', ...(await there.underLoad('first day, list', () => page)) },
  ];
}

/**
 * The first import into an empty database that has no statistics and gets none: users, teams, mappings, and then the
 * reads of an identity provider.
 */
async function firstImport(bench: Bench): Promise<PhaseResult> {
  const count = Math.min(MOST, Math.ceil(bench.options.users / SHARE));
  const day = await openFirstDay();
  try {
    const created = await create(bench, day, count);
    const mapped = await pushAndMap(day, await accounts(day, 'server'));
    return { rows: [...created, ...mapped, ...(await read(bench, day))] };
  } finally {
    await day.close();
  }
}

/** What a customer meets once. */
export const firstDayPhases: readonly Phase[] = [{ name: 'first-import', run: firstImport }];
