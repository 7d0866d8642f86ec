import { MutabilityError } from '../errors.js';
import type { Attribute } from '../schema/attribute.js';
import type { JsonObject } from '../schema/json-object.js';
import { isReference, namesNobody } from '../schema/reference-list.js';
import { assignAll } from './assign.js';
import type { CollectionElement, CollectionLedger } from './collection-ledger.js';
import { elementFromFilter, leavesCollectionAlone, listOf, unassigns, valuesFromFilter } from './normalize.js';
import type { PatchOperation, Selection } from './operation.js';
import { readList } from './write-whole.js';

/**
 * Records an operation on a collection that is not loaded, instead of applying it. Because the collection is not read,
 * a value filter that matches nothing is no error, and `replace` through a filter means: drop the matches, add the new
 * element.
 *
 * @throws MutabilityError for an edit of elements, whose sub-attributes are immutable (RFC 7643 §4.2: members are added
 *   and removed)
 * @throws InvalidValueError when an element names nobody or has the wrong type, or when the value is null although the
 *   path names the collection: only an empty list means nobody there
 */
export function record(ledger: CollectionLedger, operation: PatchOperation): void {
  const { target, value, explicit } = operation;
  if (target.subAttribute)
    throw new MutabilityError(`${target.path} is immutable; add and remove whole values of ${target.attribute.name}.`);

  if (operation.op !== 'remove' && leavesCollectionAlone(value, explicit)) return;

  if (target.selection) recordSelected(ledger, operation, target.selection);
  else recordWhole(ledger, operation);
}

function recordWhole(ledger: CollectionLedger, { op, target, value }: PatchOperation): void {
  const { attribute, path } = target;
  if (value === null) throw namesNobody(path);

  if (op === 'replace' || (op === 'remove' && value === undefined)) ledger.clear();

  for (const element of readList(attribute, listOf(op, value), path)) {
    const valued = withValue(element, path);
    if (op === 'remove') ledger.remove(valued.value);
    else ledger.add(valued);
  }
}

function recordSelected(ledger: CollectionLedger, { op, target, value }: PatchOperation, selection: Selection): void {
  if (op !== 'add') removeSelected(ledger, selection);

  if (op !== 'remove' && !unassigns(value))
    ledger.add(describedElement(target.attribute, value, target.path, selection));
}

function removeSelected(ledger: CollectionLedger, { filter }: Selection): void {
  const values = valuesFromFilter(filter);
  if (!values) {
    ledger.removeMatching(filter);
    return;
  }
  for (const value of values) ledger.remove(value);
}

/** The element that the filter describes, overridden by what the value says. */
function describedElement(
  attribute: Attribute,
  value: unknown,
  path: string,
  { filter }: Selection,
): CollectionElement {
  const described: JsonObject = {};
  assignAll(described, attribute, value, path);
  return withValue({ ...elementFromFilter(attribute, filter), ...described }, path);
}

function withValue(element: JsonObject, path: string): CollectionElement {
  if (!isReference(element)) throw namesNobody(path);

  return element;
}
