import { Injectable } from '@nestjs/common';
import type { QueryParts } from '../../platform/http/bound-cursor.js';
import { listResponse, type ListQuery, type ListResponse, type ScimResource } from '../../scim/index.js';
import { printCursor } from './cursor.js';
import type { ListSource } from './list-source.js';
import { pageRequestOf } from './page-request.js';
import type { Page } from './page.js';
import { PageRepository } from './page.repository.js';

/** Lists of one type of resource or of several at once (RFC 7644 §3.4.2 and §3.4.3, RFC 9865). */
@Injectable()
export class ScimLists {
  constructor(private readonly pages: PageRepository) {}

  /**
   * One page of the resources that fulfil a query; every endpoint lists in this way.
   *
   * @throws InvalidFilterError, InvalidValueError, InvalidCursorError
   */
  async list(sources: readonly ListSource[], query: ListQuery): Promise<ListResponse> {
    const parts = partsOf(sources, query);
    const request = pageRequestOf(query, parts);
    const page = await this.pages.page(sources, request);
    const resources = await this.resourcesOn(page, sources);
    const { total: totalResults, next, previous } = page;
    if (!request.byCursor) return listResponse(resources, { totalResults, startIndex: query.startIndex });
    return listResponse(resources, {
      totalResults,
      nextCursor: next && printCursor(next, parts),
      previousCursor: previous && printCursor(previous, parts),
    });
  }

  /**
   * The resources on a page. With one type, the page already has their contents; with several, each type takes one more
   * statement.
   */
  private async resourcesOn({ places }: Page, sources: readonly ListSource[]): Promise<ScimResource[]> {
    const [only, ...others] = sources;
    if (only && others.length === 0) return only.toResources(places.map(({ row }) => row));
    const loaded = new Map<string, ReadonlyMap<number, ScimResource>>();
    for (const source of sources) {
      const { name } = source.resourceType;
      const ids = places.filter(({ type }) => type === name).map(({ id }) => id);
      if (ids.length > 0) loaded.set(name, await this.load(source, ids));
    }
    return places.map(({ type, id }) => loaded.get(type)?.get(id)).filter((resource) => resource !== undefined);
  }

  private async load(source: ListSource, ids: readonly number[]): Promise<Map<number, ScimResource>> {
    const found = await this.pages.rowsAt(ids, source);
    const resources = source.toResources(found.map(({ row }) => row));
    return new Map(found.flatMap(({ id }, at) => (resources[at] ? [[id, resources[at]]] : [])));
  }
}

/** What a cursor is bound to. */
function partsOf(sources: readonly ListSource[], { filter, sortBy, sortOrder }: ListQuery): QueryParts {
  const organizations = sources.map(({ organizationId }) => organizationId);
  const names = sources.map(({ resourceType }) => resourceType.name);
  return [organizations.join(), names.join(), filter, sortBy, sortOrder];
}
