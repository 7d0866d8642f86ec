import { Injectable } from '@nestjs/common';
import { sql, type RawBuilder } from 'kysely';
import { TooManyError } from '../../scim/index.js';
import { Database } from '../../platform/database/database.js';
import { prepared } from '../../platform/database/prepared-statements.js';
import { isTimeout } from '../../platform/database/postgres-errors.js';
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

/** What is read of the rows on a page. */
export interface RowReading {
  /** Of what `joins` brings in. */
  readonly columns: RawBuilder<unknown>;
  /**
   * What follows `from … as position` to find the row with the internal id `position.id`, the tenant's condition
   * included: lateral and with a limit, so that PostgreSQL looks at the rows of the page and no others.
   */
  readonly joins: RawBuilder<unknown>;
}

/** The part of the matching rows that a page has. */
export interface Window extends Reading {
  readonly limit: number;
  /** How many rows to pass over; a window that seeks has none. */
  readonly offset?: number;
}

/** A place in the order, and what was read of the row that stands there; nothing, if nothing was to be read. */
export interface Place extends Position {
  readonly row: object;
}

/** What a page consists of, in order, and how many rows match on all pages. */
export interface Places {
  readonly total: number;
  readonly places: readonly Place[];
}

interface PlaceRow {
  readonly position_type: string;
  readonly position_key: string | null;
  readonly position_id: number;
  readonly position_total: number;
}

/** Finds out which rows a page has, and what is in them. */
@Injectable()
export class PageRepository {
  constructor(private readonly database: Database) {}

  /**
   * One statement for the rows, what is read of them, and the total, over one resource type or several.
   * @param reading of the one type that is listed; rows of several are read by `rowsAt`, once it is known which they are
   * @throws TooManyError when the database gives the query up because it takes too long
   */
  async window(sources: readonly MatchingRows[], window: Window, reading?: RowReading): Promise<Places> {
    try {
      return await this.find(sources, window, reading);
    } catch (error) {
      throw isTimeout(error) ? tooMuchWork() : error;
    }
  }

  /** Reads rows by their internal ids. @returns them in the order of the ids; those that are gone are missing */
  async rowsAt(ids: readonly number[], { columns, joins }: RowReading): Promise<{ id: number; row: object }[]> {
    const rows = await this.database.rows<{ position_id: number }>(
      prepared(sql`
      select position.id as position_id, ${columns}
        from unnest(${[...ids]}::integer[]) with ordinality as position (id, place) ${joins} order by position.place`),
    );
    return rows.map((row) => ({ id: row.position_id, row }));
  }

  private async find(sources: readonly MatchingRows[], window: Window, reading?: RowReading): Promise<Places> {
    const { limit, offset = 0, seek } = window;
    if (limit === 0) return { total: await this.count(sources), places: [] };
    const rows = await this.database.rows(
      prepared(sql<PlaceRow>`
      select position.type as position_type, position.key as position_key, position.id as position_id,
             position.total as position_total ${reading ? sql`, ${reading.columns}` : sql``}
        from (select type, id, key, ${totalOf(sources)} as total from (${union(sources)}) as position
               where ${seekCondition(window)} order by ${orderTerms(window)} limit ${limit} offset ${offset}) as position
             ${reading?.joins ?? sql``}
       order by ${orderTerms(window)}`),
    );
    const [first] = rows;
    if (first) return { total: first.position_total, places: rows.map(toPlace) };
    const isPastTheStart = offset > 0 || seek !== undefined;
    return { total: isPastTheStart ? await this.count(sources) : 0, places: [] };
  }

  private async count(sources: readonly MatchingRows[]): Promise<number> {
    const row = await this.database.row<{ total: number }>(sql`select ${totalOf(sources)} as total`);
    return row?.total ?? 0;
  }
}

function toPlace(row: PlaceRow): Place {
  return { type: row.position_type, key: row.position_key, id: row.position_id, row };
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
