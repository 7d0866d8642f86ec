import { Injectable } from '@nestjs/common';
import type { ResourceType, ScimResource } from '../../scim/index.js';
import type { ScimCall } from '../http/scim-call.js';
import type { ListSource } from '../listing/list-source.js';

/** Everything that can be done with the resources of one type, at any endpoint. */
export interface ScimResourceHandler {
  readonly resourceType: ResourceType;
  create(call: ScimCall, body: unknown): Promise<ScimResource>;
  get(call: ScimCall, id: string): Promise<ScimResource>;
  replace(call: ScimCall, id: string, body: unknown): Promise<ScimResource>;
  /** @returns undefined when the answer has no body unless the request asks for attributes */
  patch(call: ScimCall, id: string, body: unknown): Promise<ScimResource | undefined>;
  delete(call: ScimCall, id: string): Promise<void>;
  /** The resources of the type that the call may list. */
  listSource(call: ScimCall): ListSource;
}

/**
 * The resource types of this server. Modules register their handlers, so that search from the root and bulk, which
 * serve all types, import no module.
 */
@Injectable()
export class ScimResourceHandlers {
  private readonly handlers = new Map<string, ScimResourceHandler>();

  register(handler: ScimResourceHandler): void {
    this.handlers.set(handler.resourceType.endpoint.toLowerCase(), handler);
  }

  /** Sorted by name, which is the order of results of several types. */
  all(): ScimResourceHandler[] {
    return [...this.handlers.values()].sort((a, b) => (a.resourceType.name < b.resourceType.name ? -1 : 1));
  }

  /** @param endpoint with its leading slash, in any case: `/Users` */
  at(endpoint: string): ScimResourceHandler | undefined {
    return this.handlers.get(endpoint.toLowerCase());
  }
}
