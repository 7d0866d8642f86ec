import type { Request } from 'express';
import {
  type ListQuery,
  parseListQuery,
  parseProjection,
  type Projection,
  type ResourceType,
} from '../../scim/index.js';

/** What the query of a URL asks for. */
export interface ScimQuery {
  readonly list: ListQuery;
  readonly projection: Projection;
}

const read = new WeakMap<Request, ScimQuery>();

/**
 * Reads the query of a request at the endpoint of a resource type; once for the controller and the interceptor.
 *
 * @throws InvalidValueError, InvalidCountError
 */
export function scimQueryOf(request: Request, resourceType: ResourceType): ScimQuery {
  const known = read.get(request);
  if (known) return known;
  const list = parseListQuery(request.query);
  const query = { list, projection: parseProjection(list, resourceType) };
  read.set(request, query);
  return query;
}
