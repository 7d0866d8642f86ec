import { InvalidValueError, MutabilityError } from '../errors.js';
import type { Attribute } from '../schema/attribute.js';
import { isJsonObject, sameJson, type JsonObject } from '../schema/json-object.js';
import { readAttribute } from '../schema/read-attribute.js';
import { findAttribute } from '../schema/resolve.js';
import { singleValue, unassigns } from './normalize.js';

/**
 * Sets an attribute of `holder` to a value as the client sent it, or removes it when the value unassigns.
 *
 * @throws MutabilityError when the attribute is immutable and has another value (RFC 7643 §7)
 * @throws InvalidValueError when the value has the wrong type
 */
export function assign(holder: JsonObject, attribute: Attribute, value: unknown, path: string): void {
  const single = attribute.multiValued ? value : singleValue(attribute, value);
  const read = attribute.type !== 'boolean' && unassigns(single) ? undefined : readAttribute(attribute, single, path);
  const present = holder[attribute.name];
  if (attribute.mutability === 'immutable' && present !== undefined && !sameJson(present, read))
    throw new MutabilityError(`${path} is immutable and has another value.`);

  if (read === undefined) delete holder[attribute.name];
  else holder[attribute.name] = read;
}

/**
 * Sets the sub-attributes that a complex value names, and leaves the others as they are; null and "" remove the
 * sub-attribute. Unknown and read-only sub-attributes are ignored.
 *
 * @throws MutabilityError and InvalidValueError as {@link assign} does
 */
export function assignAll(element: JsonObject, attribute: Attribute, value: unknown, path: string): void {
  const single = singleValue(attribute, value);
  const values =
    typeof single === 'string' ? readAttribute({ ...attribute, multiValued: false }, single, path) : single;
  if (!isJsonObject(values)) throw new InvalidValueError(`${path} must be an object.`);

  for (const [name, item] of Object.entries(values)) {
    const subAttribute = findAttribute(attribute.subAttributes, name);
    if (subAttribute && subAttribute.mutability !== 'readOnly')
      assign(element, subAttribute, item, `${path}.${subAttribute.name}`);
  }
}

/**
 * Writes to an element, and then drops what was only true of its old `value`: a `$ref` that the client did not renew,
 * and everything that the server derived. Entra replaces a manager by sending the new id alone.
 */
export function rewrite(element: JsonObject, attribute: Attribute, write: (element: JsonObject) => void): void {
  const { value, $ref } = element;
  write(element);
  if (value === undefined || sameJson(value, element.value)) return;

  for (const { name, mutability } of attribute.subAttributes ?? [])
    if (mutability === 'readOnly' || (name === '$ref' && sameJson($ref, element.$ref))) delete element[name];
}
