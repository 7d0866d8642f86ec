import { Injectable } from '@nestjs/common';
import { sql, type RawBuilder } from 'kysely';
import { TooManyError } from '../../scim/index.js';
import { Database } from './database.js';
import { prepared } from './prepared-statements.js';
import { isTimeout } from './postgres-errors.js';
import { orderTerms, seekCondition, type Position, type Reading } from './sort-order.js';

/** The rows of one resource type that a list is made of. */
export interface MatchingRows {
  /** Name of the resource type. */
  readonly type: string;
  /** What follows `from`: the table and the condition, the tenant's included. */
  readonly rows: RawBuilder<unknown>;
  /** The internal id of a row, which says when it was made in comparison with the others of its type. */
  readonly id: RawBuilder<unknown>;
  /** What a row is sorted by, from `compileSortKey`; undefined where no row has a value. */
  readonly key?: RawBuilder<string | null>;
}

/** The part of the matching rows that a page has. */
export interface Window extends Reading {
  readonly limit: number;
  /** How many rows to pass over; a window that seeks has none. */
  readonly offset?: number;
}

/** What a page consists of, in order, and how many rows match on all pages. */
export interface Positions {
  readonly total: number;
  readonly positions: readonly Position[];
}

/**
 * Finds out which rows a page has, before anything else is read of them: one statement for the rows and the total, over
 * one resource type or several.
 */
@Injectable()
export class PositionRepository {
  constructor(private readonly database: Database) {}

  /** @throws TooManyError when the database gives the query up because it takes too long */
  async window(sources: readonly MatchingRows[], window: Window): Promise<Positions> {
    try {
      return await this.find(sources, window);
    } catch (error) {
      throw isTimeout(error) ? tooMuchWork() : error;
    }
  }

  private async find(sources: readonly MatchingRows[], window: Window): Promise<Positions> {
    const { limit, offset = 0, seek } = window;
    if (limit === 0) return { total: await this.count(sources), positions: [] };
    const rows = await this.database.rows(
      prepared(sql<Position & { total: number }>`
      select type, id, key, ${totalOf(sources)} as total from (${union(sources)}) as position
       where ${seekCondition(window)} order by ${orderTerms(window)} limit ${limit} offset ${offset}`),
    );
    const [first] = rows;
    if (first) return { total: first.total, positions: rows };
    const isPastTheStart = offset > 0 || seek !== undefined;
    return { total: isPastTheStart ? await this.count(sources) : 0, positions: [] };
  }

  private async count(sources: readonly MatchingRows[]): Promise<number> {
    const row = await this.database.row<{ total: number }>(sql`select ${totalOf(sources)} as total`);
    return row?.total ?? 0;
  }
}

function tooMuchWork(): TooManyError {
  return new TooManyError('The query takes the database too long; narrow the filter, or ask in several requests.');
}

/** Depends on no row of the query it stands in, so that PostgreSQL computes it once. */
function totalOf(sources: readonly MatchingRows[]): RawBuilder<unknown> {
  const counts = sources.map(({ rows }) => sql`(select count(*) from ${rows})`);
  return sql`(${sql.join(counts, sql` + `)})::integer`;
}

function union(sources: readonly MatchingRows[]): RawBuilder<unknown> {
  const selects = sources.map(
    ({ type, rows, id, key }) =>
      sql`select ${sql.lit(type)}::text as type, ${id} as id, ${key ?? sql`null::text`} as key from ${rows}`,
  );
  return sql.join(selects, sql` union all `);
}
