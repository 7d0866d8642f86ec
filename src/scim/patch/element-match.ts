import type { Attribute } from '../schema/attribute.js';
import { comparable } from '../schema/distinct-entries.js';
import { sameJson, type JsonObject } from '../schema/json-object.js';
import { isReferenceList } from '../schema/reference-list.js';

/** Whether an element has everything that `other` has; it may have more. */
export function contains(element: JsonObject, other: JsonObject): boolean {
  return Object.entries(other).every(([name, value]) => sameJson(element[name], value));
}

/**
 * Whether two elements are the same entry of their list: equal in `value` and in `type`, a pair that RFC 7643 §2.4 says
 * should not occur twice. References are compared by `value` alone. Elements without `value` equal nothing.
 */
export function sameEntry(attribute: Attribute, a: JsonObject, b: JsonObject): boolean {
  const known = isReferenceList(attribute) || sameUnderCase(attribute, 'type', a.type, b.type);
  return known && sameValue(attribute, a, b);
}

/** Whether two elements have an equal `value`, by the case rule of that sub-attribute. */
export function sameValue(attribute: Attribute, a: JsonObject, b: JsonObject): boolean {
  return a.value !== undefined && sameUnderCase(attribute, 'value', a.value, b.value);
}

/** Whether two values of a sub-attribute are equal, by its case rule. */
export function sameUnderCase(attribute: Attribute, name: string, a: unknown, b: unknown): boolean {
  return sameJson(comparable(attribute, name, a), comparable(attribute, name, b));
}
