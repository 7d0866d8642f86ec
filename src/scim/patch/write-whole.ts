import { InvalidValueError } from '../errors.js';
import type { Attribute } from '../schema/attribute.js';
import { isJsonObject, type JsonObject } from '../schema/json-object.js';
import { readAttribute } from '../schema/read-attribute.js';
import { assign, assignAll, rewrite } from './assign.js';
import { contains, sameEntry } from './element-match.js';
import { listOf, singleValue, unassigns } from './normalize.js';
import type { PatchOperation } from './operation.js';
import type { Slot } from './slot.js';

/** How many elements a list may grow to in PATCH; lists that hold more have to be detached. */
export const MAX_ELEMENTS = 1_000;

/**
 * Writes to an attribute as a whole. `add` appends to a list, `replace` replaces it. A complex attribute takes the
 * sub-attributes that the value names and keeps the others, under both verbs (RFC 7644 §3.5.2.3: "a set of
 * sub-attributes"). Any other attribute is set.
 *
 * @throws InvalidValueError when the value has the wrong type, or a list grows beyond {@link MAX_ELEMENTS}
 * @throws MutabilityError when something immutable has another value
 */
export function writeWhole(slot: Slot, { op, target, value }: PatchOperation): void {
  const { attribute, path } = target;
  if (attribute.multiValued) {
    const elements = readList(attribute, listOf(op, value), path);
    const present = op === 'add' ? slot.elements : [];
    slot.elements = append(attribute, present, elements, path);
  } else if (attribute.type === 'complex' && !unassigns(singleValue(attribute, value))) {
    const element = slot.elements[0] ?? {};
    rewrite(element, attribute, () => assignAll(element, attribute, value, path));
    slot.elements = [element];
  } else {
    assign(slot.holder, attribute, value, path);
  }
}

/** Reads the elements of a list of complex values, made clean; none when the value unassigns. */
export function readList(attribute: Attribute, value: unknown, path: string): JsonObject[] {
  const elements = readAttribute(attribute, value, path);
  return Array.isArray(elements) ? elements.filter(isJsonObject) : [];
}

/**
 * Appends elements to a list. An element that is already there is completed instead of added again (RFC 7644 §3.5.2.1).
 */
function append(attribute: Attribute, present: JsonObject[], added: readonly JsonObject[], path: string): JsonObject[] {
  if (present.length + added.length > 2 * MAX_ELEMENTS) throw tooLong(path);

  const result = [...present];
  for (const element of added) {
    const twin = result.find((other) => contains(other, element) || sameEntry(attribute, other, element));
    if (twin) complete(twin, attribute, element);
    else result.push(element);
  }
  if (result.length > MAX_ELEMENTS) throw tooLong(path);

  return result;
}

/** Copies what `element` says differently from its equal entry, except what is immutable. */
function complete(twin: JsonObject, attribute: Attribute, element: JsonObject): void {
  for (const { name, mutability } of attribute.subAttributes ?? []) {
    if (element[name] !== undefined && (mutability !== 'immutable' || twin[name] === undefined))
      twin[name] = element[name];
  }
}

function tooLong(path: string): InvalidValueError {
  return new InvalidValueError(`${path} may have at most ${MAX_ELEMENTS} values.`);
}
