import { sql } from 'kysely';
import type { TestServer } from './test-server.js';

/** As many connections as a server needs to start; with more, `rowsRead` misses what the others have read. */
export const CONNECTIONS = 2;

/** Keeps PostgreSQL from analyzing the tables of a server by itself, as in the first minutes of an installation. */
export async function keepWithoutStatistics({ database }: TestServer): Promise<void> {
  await database.rows(sql`do $$ declare name text; begin
    for name in select format('%I.%I', schemaname, tablename) from pg_tables where schemaname = current_schema() loop
      execute 'alter table ' || name || ' set (autovacuum_enabled = false)';
    end loop;
  end $$`);
}

/** Names of the tables that were analyzed, by a command or by PostgreSQL itself. */
export async function analyzedTables({ database }: TestServer): Promise<string[]> {
  const rows = await database.rows<{ relname: string }>(sql`
    select relname from pg_stat_user_tables where analyze_count + autoanalyze_count > 0 order by relname`);
  return rows.map(({ relname }) => relname);
}

/** How many rows all connections have read since the database was made: in sequential scans, and entries of indexes. */
export async function rowsRead({ database }: TestServer): Promise<number> {
  // each on a connection of its own, which reports what it has read when the statement is over
  const tell = () => database.rows(sql`select pg_stat_force_next_flush(), pg_sleep(0.001)`);
  await Promise.all(Array.from({ length: CONNECTIONS }, tell));
  await database.rows(sql`select pg_stat_clear_snapshot()`);
  const row = await database.row<{ read: number }>(sql`
    select ((select sum(seq_tup_read) from pg_stat_user_tables)
          + (select sum(idx_tup_read) from pg_stat_user_indexes))::double precision as read`);
  return row?.read ?? 0;
}
