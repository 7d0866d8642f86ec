import { Injectable, type StreamableFile } from '@nestjs/common';
import {
  type ListResponse,
  parseProjection,
  parseSearchRequest,
  project,
  type ScimResource,
} from '../../scim/index.js';
import { NotFoundError } from '../../platform/errors.js';
import { actorOf } from '../../platform/http/access.decorators.js';
import { answerOf } from '../http/scim-answer.js';
import { scimBaseUrl, type ScimCall } from '../http/scim-call.js';
import { ScimLists } from '../listing/scim-lists.js';
import { type ScimResourceHandler, ScimResourceHandlers } from '../resources/scim-resource-handlers.js';

/** A type to search, and the call for it: each type has other attributes to return. */
interface SearchedType {
  readonly handler: ScimResourceHandler;
  readonly call: ScimCall;
}

/** A list in the form in which it is sent. */
export type SearchAnswer = ListResponse | ScimResource | StreamableFile;

/** Searches by POST (RFC 7644 §3.4.3), over one type of resource or over all. */
@Injectable()
export class ScimSearch {
  constructor(
    private readonly lists: ScimLists,
    private readonly handlers: ScimResourceHandlers,
  ) {}

  /** Searches all types. An attribute that a type does not have counts as one without value there (§3.4.2.1). */
  async all(body: unknown): Promise<SearchAnswer> {
    return this.search(this.handlers.all(), body);
  }

  /** @throws NotFoundError when there is no resource type at the endpoint */
  async one(endpoint: string, body: unknown): Promise<SearchAnswer> {
    const handler = this.handlers.at(`/${endpoint}`);
    if (!handler) throw new NotFoundError(`There are no resources to search at /${endpoint}`);
    return this.search([handler], body);
  }

  private async search(handlers: readonly ScimResourceHandler[], body: unknown): Promise<SearchAnswer> {
    const query = parseSearchRequest(body);
    const actor = actorOf();
    const types = handlers.map((handler): SearchedType => {
      const projection = parseProjection(query, handler.resourceType);
      const { organizationId } = actor;
      return { handler, call: { organizationId, actor, baseUrl: scimBaseUrl(), projection, asksForAttributes: true } };
    });
    const sources = types.map(({ handler, call }) => handler.listSource(call));
    const page = await this.lists.list(sources, query);
    return answerOf(page, (resource) => projected(resource, types));
  }
}

function projected(resource: ScimResource, types: readonly SearchedType[]): ScimResource {
  const { resourceType: name } = resource.meta as { readonly resourceType: string };
  const type = types.find(({ handler }) => handler.resourceType.name === name);
  return type ? project(resource, type.call.projection, type.handler.resourceType) : resource;
}
