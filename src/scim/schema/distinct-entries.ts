import { foldCase } from '../../text/index.js';
import type { Attribute } from './attribute.js';
import type { JsonObject } from './json-object.js';
import { isReferenceList } from './reference-list.js';
import { findAttribute } from './resolve.js';

/**
 * Drops the repetitions of a list: no two elements keep the same `type` and `value` (RFC 7643 §2.4), no two references
 * the same `value`, and no two others are the same. Of equal entries it keeps the primary one, else the first, in the
 * place of the first.
 */
export function distinctEntries(attribute: Attribute, elements: readonly JsonObject[]): JsonObject[] {
  const byKey = new Map<string, JsonObject>();
  const keyOf = entryKey(attribute);
  for (const element of elements) {
    const key = keyOf(element);
    const twin = byKey.get(key);
    if (!twin || (element.primary === true && twin.primary !== true)) byKey.set(key, element);
  }
  return [...byKey.values()];
}

/**
 * Converts a sub-attribute's value to the form that is compared: text without case, unless the sub-attribute is
 * case-exact.
 */
export function comparable(attribute: Attribute, name: string, value: unknown): unknown {
  const isFolded = typeof value === 'string' && !findAttribute(attribute.subAttributes, name)?.caseExact;
  return isFolded ? foldCase(value) : value;
}

function entryKey(attribute: Attribute): (element: JsonObject) => string {
  const names = isReferenceList(attribute) ? ['value'] : ['type', 'value'];
  return (element) =>
    JSON.stringify(
      element.value === undefined ? element : names.map((name) => comparable(attribute, name, element[name]) ?? null),
    );
}
