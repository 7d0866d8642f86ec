import { InvalidValueError } from '../errors.js';
import type { Attribute } from './attribute.js';
import { isJsonObject, type JsonObject } from './json-object.js';
import { looksLikeJson, readJsonText } from './json-text.js';
import { readScalar, wrongType } from './read-scalar.js';
import { isReference, isReferenceList, namesNobody } from './reference-list.js';
import { findAttribute } from './resolve.js';

/**
 * The value of an attribute as a client sent it, made clean: names spelt as in the schema, unknown and read-only
 * sub-attributes left out, types checked. Undefined when nothing is left, since null, an empty list and no attribute
 * at all are one state (RFC 7643 §2.5). A multi-valued attribute always gives a list of distinct elements.
 *
 * @throws InvalidValueError naming `path` and the type that was expected
 */
export function readAttribute(attribute: Attribute, value: unknown, path: string): unknown {
  if (isAbsent(value)) return undefined;

  return attribute.multiValued ? readElements(attribute, value, path) : readValue(attribute, value, path);
}

/** Whether a value is one of the ways to say "no value" whatever the type (RFC 7643 §2.5). */
export function isAbsent(value: unknown): boolean {
  return value === undefined || value === null || (Array.isArray(value) && value.length === 0);
}

/**
 * The elements of a multi-valued attribute; undefined when there are none. Entries that are emptied (null, "", `{}`, a
 * value of null or "") say nothing, as Okta pushes them for what its administrator emptied; of references, which are
 * known by their value, there is no such thing.
 *
 * @throws InvalidValueError when an entry says something of which nothing is understood, or names nobody where
 *   references are expected: passing over it would take away what the attribute holds
 */
function readElements(attribute: Attribute, value: unknown, path: string): unknown[] | undefined {
  const items = listFrom(attribute, value, path);
  const elements = items.flatMap((item) => {
    const element = item === null ? undefined : readValue(attribute, item, path);
    if (element === undefined && saysUnknown(attribute, item)) {
      throw new InvalidValueError(
        `${path} has an entry without any attribute that is known here. Nothing was changed.`,
      );
    }
    return element === undefined ? [] : [element];
  });
  if (isReferenceList(attribute) && (elements.length < items.length || !elements.every(isReference)))
    throw namesNobody(path);

  return elements.length > 0 ? elements : undefined;
}

/**
 * The entries of a list as a client sent it. A single object is read as a list of one (OneLogin's templates send `emails`
 * so), and JSON text as what it says.
 */
function listFrom(attribute: Attribute, value: unknown, path: string): unknown[] {
  const list = typeof value === 'string' && attribute.type === 'complex' ? listFromText(value, path) : value;
  const items: unknown[] = Array.isArray(list) ? list : [list];
  if (items.length === 0 && isReferenceList(attribute)) throw namesNobody(path);

  return items;
}

function listFromText(text: string, path: string): object {
  const list = text === '' ? [] : readJsonText(text);
  if (!list) throw wrongType(path, 'a list of objects');

  return list;
}

function saysUnknown({ subAttributes }: Attribute, item: unknown): boolean {
  const names = isJsonObject(item) ? Object.keys(item) : [];
  return names.length > 0 && !names.some((name) => findAttribute(subAttributes, name));
}

function readValue(attribute: Attribute, value: unknown, path: string): unknown {
  if (attribute.type !== 'complex') return readScalar(attribute, value, path);

  const object = typeof value === 'string' ? objectFromText(attribute, value, path) : value;
  if (!isJsonObject(object)) throw wrongType(path, attribute.multiValued ? 'a list of objects' : 'an object');

  return readComplex(attribute, object, path);
}

/**
 * A complex value given as text. Plain text stands for its `value` sub-attribute: Entra sends `manager` as a string, and
 * lists of members or emails come as lists of strings. JSON text is read as the object that it says.
 */
function objectFromText(attribute: Attribute, text: string, path: string): unknown {
  if (!looksLikeJson(text))
    return findAttribute(attribute.subAttributes, 'value') || text === '' ? { value: text } : text;

  const object = readJsonText(text);
  if (!isJsonObject(object) || saysUnknown(attribute, object)) {
    throw new InvalidValueError(
      `${path} is text in JSON that describes no such value. Send the value itself. Nothing was changed.`,
    );
  }
  return object;
}

function readComplex(attribute: Attribute, object: JsonObject, path: string): JsonObject | undefined {
  const result: JsonObject = {};
  for (const [name, value] of Object.entries(object)) {
    const subAttribute = findAttribute(attribute.subAttributes, name);
    if (subAttribute && subAttribute.mutability !== 'readOnly') {
      const read = readAttribute(subAttribute, value, `${path}.${subAttribute.name}`);
      if (read !== undefined) result[subAttribute.name] = read;
    }
  }
  return Object.keys(result).length > 0 ? result : undefined;
}
