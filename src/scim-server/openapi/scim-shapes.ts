import { reference, type Response } from '../../platform/http/openapi/open-api.js';
import { SCIM_CONTENT_TYPE } from '../http/scim-error-form.js';
import type { ScimShape, ScimShapeWithBody } from './scim-operation.decorator.js';
import { IF_MATCH, IF_NONE_MATCH, ifMatch, LISTING, PROJECTION } from './scim-parameters.js';

/** An answer with a body. */
export function answer(description: string, schema: string): Response {
  return { description, content: { [SCIM_CONTENT_TYPE]: { schema: reference(schema) } } };
}

/** One page of resources (RFC 7644 §3.4.2). */
export const LIST = {
  gives: { 200: answer('One page, with the number of all.', 'ListResponse') },
  parameters: [...LISTING, ...PROJECTION],
  errors: [400],
} satisfies ScimShape;

/** A search with the query in the body (RFC 7644 §3.4.3). */
export const SEARCH = { takes: 'SearchRequest', gives: LIST.gives, errors: [400] } satisfies ScimShapeWithBody;

/** RFC 7644 §3.6. */
export const DELETION = {
  gives: { 204: { description: 'It is gone.' } },
  parameters: IF_MATCH,
  errors: [404, 412],
} satisfies ScimShape;

/** RFC 7644 §3.3. */
export function creation(resource: string): ScimShapeWithBody {
  return {
    takes: resource,
    gives: { 201: answer('The resource; `Location` says where it is.', resource) },
    parameters: PROJECTION,
    errors: [400, 409],
  };
}

/** RFC 7644 §3.4.1. */
export function reading(resource: string) {
  return {
    gives: {
      200: answer('The resource.', resource),
      304: { description: 'It still has the version that the client knows.' },
    },
    parameters: [...PROJECTION, ...IF_NONE_MATCH],
    errors: [404],
  } satisfies ScimShape;
}

/**
 * RFC 7644 §3.5.1.
 * @param version an example of what the request is to have as `If-Match`
 */
export function replacement(resource: string, version?: string): ScimShapeWithBody {
  return {
    takes: resource,
    gives: { 200: answer('The resource as it is now.', resource) },
    parameters: [...PROJECTION, ...ifMatch(version)],
    errors: [400, 404, 409, 412],
  };
}

/** RFC 7644 §3.5.2. */
export function change(resource: string): ScimShapeWithBody {
  return { ...replacement(resource), takes: 'PatchOp' };
}
