import { Injectable } from '@nestjs/common';
import type { ResourceType, ScimResource } from '../../scim/index.js';
import type { ScimCall } from '../http/scim-call.js';
import type { ListSource } from '../listing/list-source.js';

/** All that can be done with the resources of one type, whatever the endpoint it is asked at. */
export interface ScimResourceHandler {
  readonly resourceType: ResourceType;
  create(call: ScimCall, body: unknown): Promise<ScimResource>;
  get(call: ScimCall, id: string): Promise<ScimResource>;
  replace(call: ScimCall, id: string, body: unknown): Promise<ScimResource>;
  /** @returns undefined when there is nothing to show unless attributes are asked for */
  patch(call: ScimCall, id: string, body: unknown): Promise<ScimResource | undefined>;
  delete(call: ScimCall, id: string): Promise<void>;
  /** The resources of the type as the call may list them. */
  listSource(call: ScimCall): ListSource;
}

/**
 * The types of resource that this server has. The modules put themselves in, so that what goes over all types (search
 * from the root, bulk) needs to name none of them.
 */
@Injectable()
export class ScimResourceHandlers {
  private readonly handlers = new Map<string, ScimResourceHandler>();

  register(handler: ScimResourceHandler): void {
    this.handlers.set(handler.resourceType.endpoint.toLowerCase(), handler);
  }

  /** In order of their names, which is the order that results of several types come in. */
  all(): ScimResourceHandler[] {
    return [...this.handlers.values()].sort((a, b) => (a.resourceType.name < b.resourceType.name ? -1 : 1));
  }

  /** @param endpoint with its leading slash, in any case: `/Users` */
  at(endpoint: string): ScimResourceHandler | undefined {
    return this.handlers.get(endpoint.toLowerCase());
  }
}
