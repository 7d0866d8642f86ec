import { listedAttributes } from './resource-types.js';
import type { Attribute } from './schema/attribute.js';
import type { JsonObject } from './schema/json-object.js';
import type { ResourceType, Schema, ScimResource } from './schema/schema.js';
import { Urn } from './urns.js';

/** What this service can do, where services differ. Sizes are in bytes, times in seconds. */
export interface Capabilities {
  readonly bulk: { readonly supported: boolean; readonly maxOperations: number; readonly maxPayloadSize: number };
  readonly filter: { readonly supported: boolean; readonly maxResults: number };
  readonly patch: boolean;
  readonly changePassword: boolean;
  readonly sort: boolean;
  readonly etag: boolean;
  /** RFC 9865 §4. */
  readonly pagination: {
    readonly cursor: boolean;
    readonly index: boolean;
    readonly defaultPaginationMethod: 'cursor' | 'index';
    readonly defaultPageSize: number;
    readonly maxPageSize: number;
    /** How long a cursor is valid; absent when it does not expire. */
    readonly cursorTimeout?: number;
  };
  readonly documentationUri?: string;
}

/**
 * /ServiceProviderConfig (RFC 7643 §5). `baseUrl` is the URL of the SCIM endpoints, without a slash at the end. The
 * limits are given even where `supported` is false: they are required, and authentik's parser insists.
 */
export function serviceProviderConfig(baseUrl: string, capabilities: Capabilities): ScimResource {
  const { bulk, filter, patch, changePassword, sort, etag, pagination, documentationUri } = capabilities;
  return {
    schemas: [Urn.serviceProviderConfig],
    ...(documentationUri === undefined ? {} : { documentationUri }),
    patch: { supported: patch },
    bulk: { ...bulk },
    filter: { ...filter },
    changePassword: { supported: changePassword },
    sort: { supported: sort },
    etag: { supported: etag },
    pagination: { ...pagination },
    authenticationSchemes: [
      {
        type: 'oauthbearertoken',
        name: 'OAuth Bearer Token',
        description: 'A token in the Authorization header of every request, as "Bearer <token>".',
        specUri: 'https://www.rfc-editor.org/info/rfc6750',
        primary: true,
      },
    ],
    meta: { resourceType: 'ServiceProviderConfig', location: `${baseUrl}/ServiceProviderConfig` },
  };
}

/** One entry of /ResourceTypes (RFC 7643 §6). */
export function resourceTypeDocument(baseUrl: string, resourceType: ResourceType): ScimResource {
  const { id, name, endpoint, description, schema, schemaExtensions } = resourceType;
  return {
    schemas: [Urn.resourceType],
    id,
    name,
    endpoint,
    description,
    schema: schema.id,
    schemaExtensions: schemaExtensions.map(({ schema: extension, required }) => ({ schema: extension.id, required })),
    meta: { resourceType: 'ResourceType', location: `${baseUrl}/ResourceTypes/${id}` },
  };
}

/**
 * The entries of /Schemas (RFC 7643 §7) for some resource types: each core schema, followed by its extensions, each
 * schema once.
 */
export function schemaDocuments(baseUrl: string, resourceTypes: readonly ResourceType[]): ScimResource[] {
  const documents = new Map<string, ScimResource>();
  for (const resourceType of resourceTypes) {
    const { schema, schemaExtensions } = resourceType;
    documents.set(schema.id, schemaDocument(baseUrl, schema, listedAttributes(resourceType)));
    for (const { schema: extension } of schemaExtensions)
      documents.set(extension.id, schemaDocument(baseUrl, extension, extension.attributes));
  }
  return [...documents.values()];
}

function schemaDocument(baseUrl: string, schema: Schema, attributes: readonly Attribute[]): ScimResource {
  return {
    schemas: [Urn.schema],
    id: schema.id,
    name: schema.name,
    description: schema.description,
    attributes: attributes.map(attributeDocument),
    meta: { resourceType: 'Schema', location: `${baseUrl}/Schemas/${schema.id}` },
  };
}

/**
 * An attribute with all its characteristics. Characteristics that it does not have get no key: clients choke on nulls.
 */
function attributeDocument(attribute: Attribute): JsonObject {
  const { canonicalValues, referenceTypes, subAttributes, trimmed: _trimmed, ...characteristics } = attribute;
  return {
    ...characteristics,
    ...(canonicalValues ? { canonicalValues: [...canonicalValues] } : {}),
    ...(referenceTypes ? { referenceTypes: [...referenceTypes] } : {}),
    ...(subAttributes ? { subAttributes: subAttributes.map(attributeDocument) } : {}),
  };
}
