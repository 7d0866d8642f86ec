import { defineEntity, MikroORM, p } from '@mikro-orm/core';
import { PostgreSqlDriver } from '@mikro-orm/postgresql';
import type { InferKyselyDB, SqlEntityManager } from '@mikro-orm/sql';
import { sql, type Kysely } from 'kysely';
import { Cluster } from '../harness/cluster.js';
import { wholeNumber } from '../harness/options.js';

/**
 * Measures what one call costs this process through the ORM's repository, through the query builder, and as SQL, on a
 * table of its own in a throwaway cluster; ADR 12 has the figures. `ORM_CALLS` is the number of calls per figure.
 */
const NoteEntity = defineEntity({
  name: 'Note',
  tableName: 'notes',
  properties: {
    organizationId: p.integer().primary(),
    id: p.integer().primary().autoincrement().generated('by default as identity'),
    title: p.text(),
    titleKey: p.text(),
    description: p.text().nullable(),
    color: p.text().nullable(),
    isArchived: p.boolean().default(false),
    createdAt: p.datetime().defaultRaw('now()'),
    updatedAt: p.datetime().defaultRaw('now()'),
  },
});

const CALLS = wholeNumber(process.env, 'ORM_CALLS', 2_000);
const ROUNDS = 5;
const ROWS = 1_000;

type Tables = InferKyselyDB<typeof NoteEntity>;
type Call = (turn: number) => Promise<unknown>;

const cluster = await Cluster.start();
const orm = await MikroORM.init({
  driver: PostgreSqlDriver,
  clientUrl: cluster.url,
  entities: [NoteEntity],
  disableIdentityMap: true,
  allowGlobalContext: true,
});
const em = orm.em as SqlEntityManager;
const notes = em.getRepository(NoteEntity);
const tables = (): Kysely<Tables> => em.getKysely<Tables>();
const idOf = (turn: number) => 1 + (turn % ROWS);

const KINDS: Readonly<Record<string, readonly [repository: Call, builder: Call, statement: Call]>> = {
  'one row by its key': [
    (turn) => notes.findOne({ organizationId: 1, id: idOf(turn) }),
    (turn) =>
      tables()
        .selectFrom('notes')
        .selectAll()
        .where('organization_id', '=', 1)
        .where('id', '=', idOf(turn))
        .executeTakeFirst(),
    (turn) => sql`select * from notes where organization_id = ${1} and id = ${idOf(turn)}`.execute(tables()),
  ],
  '100 rows': [
    () => notes.find({ organizationId: 1 }, { orderBy: { id: 'asc' }, limit: 100 }),
    () => tables().selectFrom('notes').selectAll().where('organization_id', '=', 1).orderBy('id').limit(100).execute(),
    () => sql`select * from notes where organization_id = ${1} order by id limit ${100}`.execute(tables()),
  ],
  'change one row': [
    (turn) => notes.nativeUpdate({ organizationId: 1, id: idOf(turn) }, { description: `turn ${turn}` }),
    (turn) =>
      tables()
        .updateTable('notes')
        .set({ description: `turn ${turn}` })
        .where('organization_id', '=', 1)
        .where('id', '=', idOf(turn))
        .execute(),
    (turn) =>
      sql`update notes set description = ${`turn ${turn}`}
           where organization_id = ${1} and id = ${idOf(turn)}`.execute(tables()),
  ],
  'add one row': [
    (turn) => {
      const fork = em.fork();
      return fork.persist(fork.create(NoteEntity, { organizationId: 2, title: 'T', titleKey: `t${turn}` })).flush();
    },
    (turn) =>
      tables()
        .insertInto('notes')
        .values({ organization_id: 2, title: 'T', title_key: `t${turn}` })
        .returningAll()
        .execute(),
    (turn) =>
      sql`insert into notes (organization_id, title, title_key) values (${2}, ${'T'}, ${`t${turn}`})
          returning *`.execute(tables()),
  ],
};

/** @returns processor time of this process for a call, in milliseconds */
async function costOf(call: Call): Promise<number> {
  const before = process.cpuUsage();
  for (let turn = 0; turn < CALLS; turn++) await call(turn);
  const { user, system } = process.cpuUsage(before);
  return (user + system) / 1_000 / CALLS;
}

const median = (figures: readonly number[]) => [...figures].sort((a, b) => a - b)[figures.length >> 1] ?? Number.NaN;

try {
  await orm.schema.create();
  await sql`insert into notes (organization_id, title, title_key) select 1, 'T', 't' || n
    from generate_series(1, ${ROWS}::integer) n`.execute(tables());
  console.log('ms of processor time a call      repository   builder       SQL');
  for (const [kind, calls] of Object.entries(KINDS)) {
    const rounds: number[][] = [];
    for (let round = 0; round <= ROUNDS; round++) {
      const costs: number[] = [];
      for (const call of calls) costs.push(await costOf(call));
      if (round > 0) rounds.push(costs);
    }
    const figures = calls.map((_, at) => median(rounds.map((costs) => costs[at] ?? Number.NaN)));
    console.log(kind.padEnd(33), ...figures.map((figure) => figure.toFixed(3).padStart(9)));
  }
} finally {
  await orm.close();
  await cluster.remove();
}
