import { Injectable } from '@nestjs/common';
import { sql } from 'kysely';
import {
  type Filter,
  listResponse,
  type ListQuery,
  type ListResponse,
  parseFilter,
  resolveFilter,
  resolveSortBy,
  type ResourceType,
  type ScimResource,
} from '../../../scim/index.js';
import { parseCursor, printCursor, type QueryParts } from '../../database/cursor.js';
import { compileFilter } from '../../database/filter-compiler.js';
import { type MatchingRows, PositionRepository } from '../../database/position.repository.js';
import { compileSortKey } from '../../database/sort-compiler.js';
import type { Position } from '../../database/sort-order.js';
import type { ScimCall } from './scim-call.js';
import type { ScimResourceHandler } from './scim-resource-handlers.js';
import { cursorsAround, pageOf, windowOf } from './scim-page.js';

/** A type of resource to list, and the request as it looks from there: each type has attributes of its own to return. */
export interface ListedType {
  readonly handler: ScimResourceHandler;
  readonly call: ScimCall;
}

/** Lists of one type of resource or of several at once (RFC 7644 §3.4.2 and §3.4.3, RFC 9865). */
@Injectable()
export class ScimLists {
  constructor(private readonly positions: PositionRepository) {}

  /**
   * One page of the resources that fulfil a query, the same from whatever endpoint.
   *
   * @throws InvalidFilterError, InvalidValueError, InvalidCursorError
   */
  async list(types: readonly ListedType[], query: ListQuery): Promise<ListResponse> {
    const parts = partsOf(types, query);
    const seek = query.cursor ? parseCursor(query.cursor, parts) : undefined;
    const window = windowOf(query, seek);
    const { total: totalResults, positions } = await this.positions.window(matchingRows(types, query), window);
    const page = pageOf(positions, query, seek);
    const resources = await load(types, page.positions);
    if (query.cursor === undefined) return listResponse(resources, { totalResults, startIndex: query.startIndex });
    const { next, previous } = cursorsAround(page, seek);
    return listResponse(resources, {
      totalResults,
      nextCursor: next && printCursor(next, parts),
      previousCursor: previous && printCursor(previous, parts),
    });
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
    rows: table.rowsWhere(
      filter ? compileFilter(resolveFilter(filter, resourceType, searched), table.mapping) : sql<boolean>`true`,
    ),
    key: sorted && compileSortKey(sorted, table.mapping),
  };
}

/** Reads what a page consists of, in its order: one statement for each type. */
async function load(types: readonly ListedType[], positions: readonly Position[]): Promise<ScimResource[]> {
  const loaded = new Map<string, ReadonlyMap<number, ScimResource>>();
  for (const { handler, call } of types) {
    const { name } = handler.resourceType;
    const ids = positions.filter(({ type }) => type === name).map(({ id }) => id);
    if (ids.length > 0) loaded.set(name, await handler.load(call, ids));
  }
  return positions.map(({ type, id }) => loaded.get(type)?.get(id)).filter((resource) => resource !== undefined);
}
