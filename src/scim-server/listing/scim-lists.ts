import { Injectable } from '@nestjs/common';
import { sql, type RawBuilder } from 'kysely';
import {
  type Filter,
  listResponse,
  type ListQuery,
  type ListResponse,
  parseFilter,
  resolveFilter,
  resolveSortBy,
  type ResolvedFilter,
  type ResourceType,
  type ScimResource,
} from '../../scim/index.js';
import type { QueryParts } from '../../platform/http/bound-cursor.js';
import { parseCursor, printCursor } from './cursor.js';
import { lookUpOf } from '../filter/look-up.js';
import { compileFilter } from '../filter/filter-compiler.js';
import { type MatchingRows, PageRepository, type Place } from './page.repository.js';
import { compileSortKey } from './sort-compiler.js';
import type { ScimCall } from '../http/scim-call.js';
import type { ListedRows, ListedTable, ScimResourceHandler } from '../resources/scim-resource-handlers.js';
import { cursorsAround, pageOf, windowOf } from './scim-page.js';

/** A type of resource to list, and the request as it looks from there: each type has attributes of its own to return. */
export interface ListedType {
  readonly handler: ScimResourceHandler;
  readonly call: ScimCall;
}

/** How the rows of a type are read, by the type's name. */
interface TypeRows {
  readonly type: string;
  readonly rows: ListedRows;
}

/** Lists of one type of resource or of several at once (RFC 7644 §3.4.2 and §3.4.3, RFC 9865). */
@Injectable()
export class ScimLists {
  constructor(private readonly pages: PageRepository) {}

  /**
   * One page of the resources that fulfil a query, the same from whatever endpoint.
   *
   * @throws InvalidFilterError, InvalidValueError, InvalidCursorError
   */
  async list(types: readonly ListedType[], query: ListQuery): Promise<ListResponse> {
    const parts = partsOf(types, query);
    const seek = query.cursor ? parseCursor(query.cursor, parts) : undefined;
    const window = windowOf(query, seek);
    const listed = types.map(({ handler, call }) => ({ type: handler.resourceType.name, rows: handler.rows(call) }));
    const only = listed.length === 1 ? listed[0]?.rows : undefined;
    const { total: totalResults, places } = await this.pages.window(matchingRows(types, query), window, only);
    const page = pageOf(places, query, seek);
    const resources = only ? only.toResources(page.places.map(({ row }) => row)) : await this.load(listed, page.places);
    if (query.cursor === undefined) return listResponse(resources, { totalResults, startIndex: query.startIndex });
    const { next, previous } = cursorsAround(page, seek);
    return listResponse(resources, {
      totalResults,
      nextCursor: next && printCursor(next, parts),
      previousCursor: previous && printCursor(previous, parts),
    });
  }

  /** Reads what a page of several types consists of, in its order: one statement for each type. */
  private async load(types: readonly TypeRows[], places: readonly Place[]): Promise<ScimResource[]> {
    const loaded = new Map<string, ReadonlyMap<number, ScimResource>>();
    for (const { type, rows } of types) {
      const ids = places.filter((place) => place.type === type).map(({ id }) => id);
      if (ids.length > 0) loaded.set(type, await this.loadOne(rows, ids));
    }
    return places.map(({ type, id }) => loaded.get(type)?.get(id)).filter((resource) => resource !== undefined);
  }

  private async loadOne(rows: ListedRows, ids: readonly number[]): Promise<Map<number, ScimResource>> {
    const found = await this.pages.rowsAt(ids, rows);
    const resources = rows.toResources(found.map(({ row }) => row));
    return new Map(found.flatMap(({ id }, place) => (resources[place] ? [[id, resources[place]]] : [])));
  }
}

/** What a cursor is bound to. */
function partsOf(types: readonly ListedType[], { filter, sortBy, sortOrder }: ListQuery): QueryParts {
  const organizations = types.map(({ call }) => call.organizationId);
  const names = types.map(({ handler }) => handler.resourceType.name);
  return [organizations.join(), names.join(), filter, sortBy, sortOrder];
}

function matchingRows(types: readonly ListedType[], query: ListQuery): MatchingRows[] {
  const filter = query.filter === undefined ? undefined : parseFilter(query.filter);
  const searched = types.map(({ handler }) => handler.resourceType);
  return types.map((type) => rowsOf(type, filter, query.sortBy, searched));
}

function rowsWhere(table: ListedTable, filter: ResolvedFilter | undefined): RawBuilder<unknown> {
  if (!filter) return table.rowsWhere(sql<boolean>`true`, undefined);
  return table.rowsWhere(compileFilter(filter, table.mapping), lookUpOf(filter, table.mapping));
}

function rowsOf(
  { handler, call }: ListedType,
  filter: Filter | undefined,
  sortBy: string | undefined,
  searched: readonly ResourceType[],
): MatchingRows {
  const { resourceType } = handler;
  const table = handler.table(call);
  const sorted = sortBy === undefined ? undefined : resolveSortBy(sortBy, resourceType, searched);
  return {
    type: resourceType.name,
    id: table.id,
    rows: rowsWhere(table, filter && resolveFilter(filter, resourceType, searched)),
    key: sorted && compileSortKey(sorted, table.mapping),
  };
}
