import { InvalidSyntaxError, InvalidValueError } from '../errors.js';
import type { Attribute } from './attribute.js';
import { commonAttributes } from './common.schema.js';
import { isJsonObject, type JsonObject } from './json-object.js';
import { currentSchemaUrn } from './legacy-urns.js';
import { isAbsent, readAttribute } from './read-attribute.js';
import { findAttribute, resolveExtension } from './resolve.js';
import type { ResourceType, ScimResource, Schema } from './schema.js';
import { settleResource } from './settle-resource.js';

/**
 * Cleans a resource that a client sent in POST or PUT: spells names as in the schema, checks types, and drops
 * everything that a client may send but not decide: read-only attributes (RFC 7644 §3.3 and §3.5.1), `password` (never
 * stored), unknown attributes and extensions. Absent attributes stay absent; defaults are up to the caller.
 *
 * @throws InvalidSyntaxError when the body is not an object, or none of its `schemas` belongs to the resource type
 * @throws InvalidValueError when a value has the wrong type or a required one is missing
 */
export function normalizeResource(
  input: unknown,
  resourceType: ResourceType,
  operation: 'create' | 'replace',
): ScimResource {
  if (!isJsonObject(input))
    throw new InvalidSyntaxError(`The body must be a JSON object that describes a ${resourceType.name}.`);

  const attributes = [...commonAttributes, ...resourceType.schema.attributes];
  const result: ScimResource = {};
  for (const [key, value] of Object.entries(input)) {
    const attribute = findAttribute(attributes, key);
    if (attribute?.name === 'schemas') checkSchemas(value, resourceType);
    else if (attribute) copyAttribute(attribute, value, result, attribute.name);
    else copyExtension(resourceType, key, value, result);
  }
  return settleResource(result, resourceType, operation);
}

function copyAttribute(attribute: Attribute, value: unknown, to: JsonObject, path: string): void {
  if (attribute.mutability === 'readOnly' || attribute.mutability === 'writeOnly') return;

  const read = readAttribute(attribute, value, path);
  if (read !== undefined) to[attribute.name] = read;
}

function copyExtension(resourceType: ResourceType, key: string, value: unknown, to: ScimResource): void {
  const schema = key.includes(':') && resolveExtension(resourceType, currentSchemaUrn(key, resourceType));
  if (schema && !isAbsent(value) && value !== '') to[schema.id] = readExtension(schema, value);
}

function readExtension(schema: Schema, value: unknown): JsonObject {
  if (!isJsonObject(value)) throw new InvalidValueError(`${schema.id} must be an object.`);

  const result: JsonObject = {};
  for (const [key, item] of Object.entries(value)) {
    const attribute = findAttribute(schema.attributes, key);
    if (attribute) copyAttribute(attribute, item, result, `${schema.id}:${attribute.name}`);
  }
  return result;
}

/**
 * Checks `schemas`, which RFC 7643 §3 requires. Clients that leave it out are understood all the same, and URNs beside
 * the right one are ignored: Okta and Google add their own, Entra misspells one.
 */
function checkSchemas(value: unknown, resourceType: ResourceType): void {
  if (isAbsent(value)) return;

  const urns: unknown[] = Array.isArray(value) ? value : [value];
  const known = urns.filter((urn) => {
    if (typeof urn !== 'string') throw new InvalidSyntaxError('"schemas" must be a list of strings.');

    const current = currentSchemaUrn(urn, resourceType);
    return current === resourceType.schema.id.toLowerCase() || resolveExtension(resourceType, current);
  });
  if (known.length === 0) throw new InvalidSyntaxError(`"schemas" must contain ${resourceType.schema.id}.`);
}
