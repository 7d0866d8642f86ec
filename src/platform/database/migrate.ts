import type { MikroORM } from '@mikro-orm/core';
import { type SqlEntityManager } from '@mikro-orm/sql';
import { sql } from 'kysely';

/** Advisory lock on which instances queue up that start at the same time. */
const MIGRATION_LOCK = 0x5243_4d47;

/**
 * Brings the schema up to date. On PostgreSQL several instances may call it at once: one migrates, the others wait and
 * find nothing to do. PGlite has a single session (and a data directory lock); there, waiting for a second connection
 * inside a transaction would hang.
 *
 * @returns names of the migrations that were run
 */
export async function migrate(orm: MikroORM, embedded: boolean): Promise<string[]> {
  const up = async () => (await orm.migrator.up()).map(({ name }) => name);
  if (embedded) return up();
  const entityManager = orm.em.fork() as SqlEntityManager;
  return entityManager.transactional(async (transaction) => {
    await sql`select pg_advisory_xact_lock(${MIGRATION_LOCK})`.execute(transaction.getKysely<never>());
    return up();
  });
}
