import type { Attribute } from './attribute.js';
import { isJsonObject, type JsonObject } from './json-object.js';
import { readScalar, wrongType } from './read-scalar.js';
import { findAttribute } from './resolve.js';

/**
 * The value of an attribute as a client sent it, made clean: names spelt as in the schema, unknown and read-only
 * sub-attributes left out, types checked. Undefined when nothing is left, since null, an empty list and no attribute
 * at all are one state (RFC 7643 §2.5). A multi-valued attribute always gives a list of distinct elements.
 *
 * @throws InvalidValueError naming `path` and the type that was expected
 */
export function readAttribute(attribute: Attribute, value: unknown, path: string): unknown {
  if (isAbsent(value)) {
    return undefined;
  }
  return attribute.multiValued ? readElements(attribute, value, path) : readValue(attribute, value, path);
}

/** Whether a value is one of the ways to say "no value" whatever the type (RFC 7643 §2.5). */
export function isAbsent(value: unknown): boolean {
  return value === undefined || value === null || (Array.isArray(value) && value.length === 0);
}

/**
 * The elements of a multi-valued attribute; undefined when there are none. A single value is read as a list of one:
 * OneLogin's templates send `emails` as an object.
 */
function readElements(attribute: Attribute, value: unknown, path: string): unknown[] | undefined {
  const seen = new Map<string, unknown>();
  for (const item of Array.isArray(value) ? value : [value]) {
    const element = isAbsent(item) ? undefined : readValue(attribute, item, path);
    if (element !== undefined) {
      const key = JSON.stringify(element);
      seen.set(key, seen.get(key) ?? element);
    }
  }
  return seen.size > 0 ? [...seen.values()] : undefined;
}

function readValue(attribute: Attribute, value: unknown, path: string): unknown {
  if (attribute.type !== 'complex') {
    return readScalar(attribute, value, path);
  }
  const object = typeof value === 'string' ? objectFromText(attribute, value) : value;
  if (!isJsonObject(object)) {
    throw wrongType(path, attribute.multiValued ? 'a list of objects' : 'an object');
  }
  return readComplex(attribute, object, path);
}

/**
 * A complex value given as plain text stands for its `value` sub-attribute: Entra sends `manager` as a string, and
 * lists of members or emails come as lists of strings.
 */
function objectFromText(attribute: Attribute, text: string): unknown {
  return findAttribute(attribute.subAttributes, 'value') || text === '' ? { value: text } : text;
}

function readComplex(attribute: Attribute, object: JsonObject, path: string): JsonObject | undefined {
  const result: JsonObject = {};
  for (const [name, value] of Object.entries(object)) {
    const subAttribute = findAttribute(attribute.subAttributes, name);
    if (subAttribute && subAttribute.mutability !== 'readOnly') {
      const read = readAttribute(subAttribute, value, `${path}.${subAttribute.name}`);
      if (read !== undefined) {
        result[subAttribute.name] = read;
      }
    }
  }
  return Object.keys(result).length > 0 ? result : undefined;
}
