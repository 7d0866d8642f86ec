import { InvalidValueError } from '../errors.js';
import type { Attribute } from './attribute.js';
import { commonAttributes } from './common.schema.js';
import { distinctEntries } from './distinct-entries.js';
import { isJsonObject, type JsonObject } from './json-object.js';
import { isReference, isReferenceList, namesNobody } from './reference-list.js';
import type { ResourceType, ScimResource } from './schema.js';

/** What the client is doing, for the wording of errors. */
export type WriteOperation = 'create' | 'replace' | 'patch';

const purpose: Record<WriteOperation, string> = {
  create: 'to create',
  replace: 'to replace',
  patch: 'and may not be taken from',
};

/** Sub-attributes that describe a value and mean nothing without one. */
const labels = new Set(['type', 'primary']);

/**
 * The last step of every write, under any verb: applies {@link tidyResource}, drops repeated entries of a list, and
 * checks the rules that concern several values.
 *
 * @throws InvalidValueError when a required attribute has no value or is blank, when `primary` is true more than once
 *   (RFC 7643 §2.4), or when a member names nobody
 */
export function settleResource(
  resource: ScimResource,
  resourceType: ResourceType,
  operation: WriteOperation,
): ScimResource {
  const result = tidyResource(resource, resourceType);
  settleLists(resourceType.schema.attributes, result, '');
  for (const { schema } of resourceType.schemaExtensions) {
    const values = result[schema.id];
    if (isJsonObject(values)) settleLists(schema.attributes, values, `${schema.id}:`);
  }
  requireValues(resourceType, result, operation);
  return result;
}

/**
 * Removes what says nothing from a resource of canonical names and clean values: elements with only `type` and
 * `primary` left, empty objects, empty extensions, attributes that the type does not have. `schemas` then lists exactly
 * the schemas whose attributes are present (RFC 7643 §3).
 */
export function tidyResource(resource: ScimResource, resourceType: ResourceType): ScimResource {
  const { schema, schemaExtensions } = resourceType;
  const schemas = [schema.id];
  const result: ScimResource = { schemas };
  const [, ...common] = commonAttributes;
  copyValues([...common, ...schema.attributes], resource, result);
  for (const { schema: extension } of schemaExtensions) {
    const values = resource[extension.id];
    const kept: JsonObject = {};
    if (isJsonObject(values)) copyValues(extension.attributes, values, kept);

    if (Object.keys(kept).length > 0) {
      result[extension.id] = kept;
      schemas.push(extension.id);
    }
  }
  return result;
}

function copyValues(attributes: readonly Attribute[], from: JsonObject, to: JsonObject): void {
  for (const { name } of attributes) {
    const value = tidyValue(from[name]);
    if (value !== undefined) to[name] = value;
  }
}

function tidyValue(value: unknown): unknown {
  if (Array.isArray(value)) {
    const kept = value.filter((element) => saysSomething(element));
    return kept.length > 0 ? kept : undefined;
  }
  const empty = value === null || (isJsonObject(value) && Object.keys(value).length === 0);
  return empty ? undefined : value;
}

function saysSomething(element: unknown): boolean {
  return !isJsonObject(element) || Object.keys(element).some((name) => !labels.has(name));
}

function settleLists(attributes: readonly Attribute[], values: JsonObject, prefix: string): void {
  for (const attribute of attributes) {
    const value = values[attribute.name];
    if (Array.isArray(value) && attribute.mutability !== 'readOnly') {
      const elements = distinctEntries(attribute, value.filter(isJsonObject));
      checkElements(attribute, elements, `${prefix}${attribute.name}`);
      values[attribute.name] = elements;
    }
  }
}

function checkElements(attribute: Attribute, elements: readonly JsonObject[], path: string): void {
  if (elements.filter(({ primary }) => primary === true).length > 1)
    throw new InvalidValueError(`${path} has more than one primary value; at most one may be primary.`);

  if (isReferenceList(attribute) && !elements.every(isReference)) throw namesNobody(path);
}

function requireValues(resourceType: ResourceType, resource: ScimResource, operation: WriteOperation): void {
  for (const { name, required } of resourceType.schema.attributes) {
    const value = resource[name];
    if (required && (value === undefined || (typeof value === 'string' && value.trim() === '')))
      throw new InvalidValueError(`${name} is required ${purpose[operation]} a ${resourceType.name}.`);
  }
}
