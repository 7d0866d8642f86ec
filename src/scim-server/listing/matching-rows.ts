import { sql, type RawBuilder } from 'kysely';
import { resolveFilter, resolveSortBy, type ResolvedFilter } from '../../scim/index.js';
import { compileFilter } from '../filter/filter-compiler.js';
import { lookUpOf } from '../filter/look-up.js';
import type { ListSource } from './list-source.js';
import type { PageRequest } from './page-request.js';
import { compileSortKey } from './sort-compiler.js';

/** The rows of one source that a request asks for, in SQL. */
export interface MatchingRows {
  /** Name of the resource type. */
  readonly type: string;
  /** The `from` clause, without the word: the table and the condition, including the tenant's. */
  readonly rows: RawBuilder<unknown>;
  readonly id: RawBuilder<unknown>;
  /** How many rows these are. */
  readonly total: RawBuilder<number>;
  /** The sort key, from `compileSortKey`; undefined if no row has a value. */
  readonly key?: RawBuilder<string | null>;
}

/** @throws InvalidFilterError, InvalidValueError for attributes that none of the sources has */
export function matchingRows(sources: readonly ListSource[], { filter, sortBy }: PageRequest): MatchingRows[] {
  const searched = sources.map(({ resourceType }) => resourceType);
  return sources.map((source) => {
    const { resourceType, mapping } = source;
    const sorted = sortBy === undefined ? undefined : resolveSortBy(sortBy, resourceType, searched);
    const rows = rowsOf(source, filter && resolveFilter(filter, resourceType, searched));
    const kept = filter ? undefined : source.total;
    return {
      type: resourceType.name,
      id: source.id,
      rows,
      total: kept ?? sql<number>`(select count(*) from ${rows})`,
      key: sorted && compileSortKey(sorted, mapping),
    };
  });
}

function rowsOf(source: ListSource, filter: ResolvedFilter | undefined): RawBuilder<unknown> {
  if (!filter) return source.rowsWhere(sql<boolean>`true`, undefined);
  return source.rowsWhere(compileFilter(filter, source.mapping), lookUpOf(filter, source.mapping));
}
