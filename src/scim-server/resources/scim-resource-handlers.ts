import { Injectable } from '@nestjs/common';
import type { RawBuilder } from 'kysely';
import type { ResourceType, ScimResource } from '../../scim/index.js';
import type { AttributeMapping } from '../filter/attribute-mapping.js';
import type { LookUp } from '../filter/look-up.js';
import type { RowReading } from '../listing/page.repository.js';
import type { ScimCall } from '../http/scim-call.js';

/** Where lists find the resources of a type. */
export interface ListedTable {
  readonly mapping: AttributeMapping;
  /** The internal id of a row: an integer that grows from row to row as they are made. */
  readonly id: RawBuilder<unknown>;
  /**
   * What follows `from` to get the resources of the caller's organization that fulfil a condition.
   * @param lookUp what in the condition leads to its rows, if anything does
   */
  rowsWhere(condition: RawBuilder<boolean>, lookUp: LookUp | undefined): RawBuilder<unknown>;
}

/** How the resources on a page are read. */
export interface ListedRows extends RowReading {
  /** @param rows those of a page, in its order */
  toResources(rows: readonly object[]): ScimResource[];
}

/** All that can be done with the resources of one type, whatever the endpoint it is asked at. */
export interface ScimResourceHandler {
  readonly resourceType: ResourceType;
  create(call: ScimCall, body: unknown): Promise<ScimResource>;
  get(call: ScimCall, id: string): Promise<ScimResource>;
  replace(call: ScimCall, id: string, body: unknown): Promise<ScimResource>;
  /** @returns undefined when there is nothing to show unless attributes are asked for */
  patch(call: ScimCall, id: string, body: unknown): Promise<ScimResource | undefined>;
  delete(call: ScimCall, id: string): Promise<void>;
  table(call: ScimCall): ListedTable;
  rows(call: ScimCall): ListedRows;
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
