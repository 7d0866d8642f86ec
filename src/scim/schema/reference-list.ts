import { InvalidValueError } from '../errors.js';
import type { Attribute } from './attribute.js';
import { isJsonObject, type JsonObject } from './json-object.js';

/**
 * Whether the elements of a list are references, which are added and removed but never edited, as `members` are (RFC
 * 7643 §4.2): each is known by its `value` alone, and must have one.
 */
export function isReferenceList({ multiValued, subAttributes }: Attribute): boolean {
  return (
    multiValued &&
    (subAttributes?.some(({ name, mutability }) => name === 'value' && mutability === 'immutable') ?? false)
  );
}

/** An element of a reference list with the `value` that it must have. */
export type Reference = JsonObject & { readonly value: string };

/** Whether an element of a reference list has a `value`. */
export function isReference(element: unknown): element is Reference {
  return isJsonObject(element) && typeof element.value === 'string' && element.value.trim() !== '';
}

/**
 * The error for an entry of a reference list that names nobody. Such an entry is never ignored: a list of nothing else
 * would then count as an empty list, and empty the group.
 */
export function namesNobody(path: string): InvalidValueError {
  return new InvalidValueError(
    `Each of ${path} needs a "value" that names somebody. To have none, send an empty list. Nothing was changed.`,
  );
}
