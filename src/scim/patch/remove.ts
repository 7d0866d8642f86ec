import { MutabilityError } from '../errors.js';
import type { Attribute } from '../schema/attribute.js';
import type { JsonObject } from '../schema/json-object.js';
import { contains, sameUnderCase, sameValue } from './element-match.js';
import { listOf } from './normalize.js';
import type { PatchOperation } from './operation.js';
import type { Slot } from './slot.js';
import { readList } from './write-whole.js';

/**
 * Removes what the target names (RFC 7644 §3.5.2.2): a sub-attribute, the elements that a value filter selects, the
 * elements that the value lists, or the attribute. Removing what is not there is no error.
 *
 * @throws MutabilityError when something to be removed is required or immutable
 */
export function remove(slot: Slot, { op, target, value }: PatchOperation): void {
  const { attribute, selection, subAttribute, path } = target;
  const isPicked = selection?.matches ?? (() => true);
  if (subAttribute) {
    slot.elements = slot.elements.filter((element) => {
      if (isPicked(element)) removeFrom(element, subAttribute, path);

      return Object.keys(element).length > 0;
    });
  } else if (selection) {
    slot.elements = slot.elements.filter((element) => !isPicked(element));
  } else if (attribute.multiValued && value !== undefined && value !== null) {
    slot.elements = withoutListed(attribute, slot.elements, readList(attribute, listOf(op, value), path));
  } else {
    removeFrom(slot.holder, attribute, path);
  }
}

/**
 * Removes only the listed values. The RFC would remove the whole attribute for such a path, but Entra (and JumpCloud)
 * remove members with a list of values and no filter. An empty list removes nothing.
 */
function withoutListed(attribute: Attribute, elements: JsonObject[], listed: readonly JsonObject[]): JsonObject[] {
  return elements.filter((element) => !listed.some((item) => isListed(attribute, element, item)));
}

function isListed(attribute: Attribute, element: JsonObject, item: JsonObject): boolean {
  if (item.value === undefined) return contains(element, item);

  const sameType = item.type === undefined || sameUnderCase(attribute, 'type', element.type, item.type);
  return sameType && sameValue(attribute, element, item);
}

function removeFrom(holder: JsonObject, attribute: Attribute, path: string): void {
  if (attribute.required) throw new MutabilityError(`${path} is required and cannot be removed.`);

  const present = holder[attribute.name];
  if (attribute.mutability === 'immutable' && present !== undefined)
    throw new MutabilityError(`${path} is immutable and cannot be removed.`);

  delete holder[attribute.name];
}
