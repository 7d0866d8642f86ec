import { Injectable } from '@nestjs/common';
import { sql, type RawBuilder } from 'kysely';
import { Database } from '../../platform/database/database.js';
import { prepared } from '../../platform/database/prepared-statements.js';
import { isTimeout } from '../../platform/database/postgres-errors.js';
import { TooManyError } from '../../scim/index.js';
import type { ListSource } from './list-source.js';
import { type MatchingRows, matchingRows } from './matching-rows.js';
import type { PageRequest } from './page-request.js';
import { limitOf, type Page, pageOf } from './page.js';
import { orderTerms, seekCondition } from './sort-order.js';

interface PlaceRow {
  readonly position_type: string;
  readonly position_key: string | null;
  readonly position_id: number;
  readonly position_total: number;
}

/** Finds the rows of a page and reads them. */
@Injectable()
export class PageRepository {
  constructor(private readonly database: Database) {}

  /**
   * Reads a page in one statement: the rows, their contents and the total. With several sources the statement gives
   * only the places; `rowsAt` then reads the contents of each type.
   *
   * @throws InvalidFilterError, InvalidValueError when the filter or `sortBy` is not possible
   * @throws TooManyError when the database cancels the query because it takes too long
   */
  async page(sources: readonly ListSource[], request: PageRequest): Promise<Page> {
    const rows = matchingRows(sources, request);
    const only = sources.length === 1 ? sources[0] : undefined;
    try {
      return await this.find(rows, request, only);
    } catch (error) {
      throw isTimeout(error) ? tooMuchWork() : error;
    }
  }

  /** Reads rows by their internal ids. @returns them in the order of the ids; those that are gone are missing */
  async rowsAt(ids: readonly number[], { columns, joins }: ListSource): Promise<{ id: number; row: object }[]> {
    const rows = await this.database.rows<{ position_id: number }>(
      prepared(sql`
      select position.id as position_id, ${columns}
        from unnest(${[...ids]}::integer[]) with ordinality as position (id, place) ${joins} order by position.place`),
    );
    return rows.map((row) => ({ id: row.position_id, row }));
  }

  private async find(
    matching: readonly MatchingRows[],
    request: PageRequest,
    reading: ListSource | undefined,
  ): Promise<Page> {
    const { offset, from } = request;
    const limit = limitOf(request);
    const skipped = offset === 0 ? sql`` : sql`offset ${offset}`;
    if (limit === 0) return pageOf(await this.count(matching), [], request);
    const rows = await this.database.rows(
      prepared(sql<PlaceRow>`
      select position.type as position_type, position.key as position_key, position.id as position_id,
             position.total as position_total ${reading ? sql`, ${reading.columns}` : sql``}
        from (select * from (
                select type, id, key, ${totalOf(matching)} as total from (${union(matching)}) as position
                 where ${seekCondition(request)} order by ${orderTerms(request)} limit ${sql.lit(roundedUp(limit))} ${skipped}) as page
               limit ${limit}) as position
             ${reading?.joins ?? sql``}
       order by ${orderTerms(request)}`),
    );
    const [first] = rows;
    if (first) return pageOf(first.position_total, rows.map(toPlace), request);
    const isPastTheStart = offset > 0 || from !== undefined;
    return pageOf(isPastTheStart ? await this.count(matching) : 0, [], request);
  }

  private async count(matching: readonly MatchingRows[]): Promise<number> {
    const row = await this.database.row<{ total: number }>(sql`select ${totalOf(matching)} as total`);
    return row?.total ?? 0;
  }
}

function toPlace(row: PlaceRow): Page['places'][number] {
  return { type: row.position_type, key: row.position_key, id: row.position_id, row };
}

function tooMuchWork(): TooManyError {
  return new TooManyError('The query takes too long in the database; narrow the filter, or ask in several requests.');
}

/**
 * The next power of two. In the text of a statement it tells PostgreSQL how long a page is, so that the plan can be kept:
 * for a bound limit, and for a bound offset, it expects a tenth of the table. There are few powers, and so few texts.
 */
function roundedUp(limit: number): number {
  return 2 ** Math.ceil(Math.log2(limit));
}

/** The total. It depends on no row of the query around it, so that PostgreSQL computes it once. */
function totalOf(matching: readonly MatchingRows[]): RawBuilder<unknown> {
  const totals = matching.map(({ total }) => total);
  return sql`(${sql.join(totals, sql` + `)})::integer`;
}

function union(matching: readonly MatchingRows[]): RawBuilder<unknown> {
  const selects = matching.map(
    ({ type, rows, id, key }) =>
      sql`select ${sql.lit(type)}::text as type, ${id} as id, ${key ?? sql`null::text`} as key from ${rows}`,
  );
  return sql.join(selects, sql` union all `);
}
