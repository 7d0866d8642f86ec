import { InvalidValueError, NoTargetError } from '../errors.js';
import { isJsonObject, type JsonObject } from '../schema/json-object.js';
import { findAttribute } from '../schema/resolve.js';
import { assign, assignAll, rewrite } from './assign.js';
import { elementFromFilter, singleValue, unassigns } from './normalize.js';
import type { PatchOperation, Selection } from './operation.js';
import type { Slot } from './slot.js';

/**
 * Writes to a sub-attribute without value filter: of the one element, or of all elements of a list. It creates an
 * attribute that has no value yet (RFC 7644 §3.5.2.1 and §3.5.2.3).
 */
export function writeSubAttribute(slot: Slot, operation: PatchOperation): void {
  const { elements } = slot;
  const written = elements.length > 0 ? elements : [{}];
  for (const element of written) writeElement(element, operation);

  slot.elements = written.filter((element) => Object.keys(element).length > 0);
}

/**
 * Writes to the elements that a value filter selects. When it selects none, `add` creates the element that the filter
 * describes, and `replace` has no target.
 *
 * @throws NoTargetError when nothing is selected and nothing can be created; not when the value unassigns, because then
 *   there is nothing to do
 * @throws InvalidValueError when an element is replaced by a value that names nothing known
 */
export function writeSelected(slot: Slot, operation: PatchOperation, selection: Selection): void {
  const { elements } = slot;
  const picked = elements.filter((element) => selection.matches(element));
  const whole = operation.target.subAttribute === undefined;
  if (unassigns(operation.value) && (whole || picked.length === 0)) {
    slot.elements = operation.op === 'replace' ? elements.filter((element) => !picked.includes(element)) : elements;
    return;
  }
  if (picked.length === 0) {
    const made = makeElement(operation, selection);
    writeElement(made, operation);
    slot.elements = [...elements, made];
    return;
  }
  const isNew = whole && operation.op === 'replace';
  if (isNew) requireSubAttribute(operation);

  for (const element of picked) {
    if (isNew) empty(element, operation, selection);

    writeElement(element, operation);
  }
}

/** Writes the operation's value to one element: to the sub-attribute that the target names, or as sub-attributes. */
function writeElement(element: JsonObject, { target, value }: PatchOperation): void {
  const { attribute, subAttribute, path } = target;
  rewrite(element, attribute, () => {
    if (subAttribute) assign(element, subAttribute, value, path);
    else assignAll(element, attribute, value, path);
  });
}

function makeElement({ op, target }: PatchOperation, selection: Selection): JsonObject {
  const made = op === 'add' ? elementFromFilter(target.attribute, selection.filter) : undefined;
  if (!made) throw new NoTargetError(`No value of ${target.path} matches the filter of the path.`);

  return made;
}

/** Refuses an object that names nothing known: it would replace a value by nothing. */
function requireSubAttribute({ target, value }: PatchOperation): void {
  const { attribute, path } = target;
  const single = singleValue(attribute, value);
  if (isJsonObject(single) && !Object.keys(single).some((name) => findAttribute(attribute.subAttributes, name)))
    throw new InvalidValueError(`The new value of ${path} has no attribute that is known here.`);
}

/**
 * Empties an element before a `replace`, except what the filter selected it by, so that `emails[type eq "work"]` stays
 * the work email when the new value does not repeat its type.
 */
function empty(element: JsonObject, { target }: PatchOperation, selection: Selection): void {
  for (const name of Object.keys(element)) delete element[name];

  Object.assign(element, elementFromFilter(target.attribute, selection.filter));
}
