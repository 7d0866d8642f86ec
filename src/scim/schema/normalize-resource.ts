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
 * A resource as a client sends it in POST or PUT, made clean: names spelt as in the schema, types checked, and
 * everything dropped that a client may send but not decide: read-only attributes (RFC 7644 §3.3 and §3.5.1), `password`
 * (never kept), unknown attributes and extensions. Absent attributes stay absent; defaults are the caller's.
 *
 * @throws InvalidSyntaxError when the body is not an object, or its `schemas` are all those of something else
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
 * RFC 7643 §3 requires `schemas`; clients that leave it out are understood all the same. URNs beside the right one are
 * passed over: Okta and Google add their own, Entra misspells one.
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
