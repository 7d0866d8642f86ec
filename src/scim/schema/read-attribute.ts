import { InvalidValueError } from '../errors.js';
import type { Attribute } from './attribute.js';
import { isJsonObject, type JsonObject } from './json-object.js';
import { looksLikeJson, readJsonText } from './json-text.js';
import { readScalar, wrongType } from './read-scalar.js';
import { isReference, isReferenceList, namesNobody } from './reference-list.js';
import { findAttribute } from './resolve.js';

/**
 * Cleans the value of an attribute as a client sent it: spells names as in the schema, leaves out unknown and read-only
 * sub-attributes, checks types. Undefined when nothing is left, because null, an empty list and a missing attribute are
 * one state (RFC 7643 §2.5). A multi-valued attribute always gives a list of distinct elements.
 *
 * @throws InvalidValueError naming `path` and the type that was expected
 */
export function readAttribute(attribute: Attribute, value: unknown, path: string): unknown {
  if (isAbsent(value)) return undefined;

  return attribute.multiValued ? readElements(attribute, value, path) : readValue(attribute, value, path);
}

/** Whether a value means "no value" for every type (RFC 7643 §2.5). */
export function isAbsent(value: unknown): boolean {
  return value === undefined || value === null || (Array.isArray(value) && value.length === 0);
}

/**
 * Reads the elements of a multi-valued attribute; undefined when there are none. Empty entries (null, "", `{}`, a value
 * of null or "") are ignored, because Okta pushes them for what its administrator emptied. References have no empty
 * entries: they are known by their value.
 *
 * @throws InvalidValueError when nothing in an entry is understood, or an entry names nobody where references are
 *   expected: ignoring it would remove what the attribute holds
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
 * Reads the entries of a list as a client sent it. A single object counts as a list of one (OneLogin's templates send
 * `emails` so), and JSON text as what it says.
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
 * Reads a complex value given as text. Plain text is its `value` sub-attribute: Entra sends `manager` as a string, and
 * lists of members or emails as lists of strings. JSON text is read as the object that it says.
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
