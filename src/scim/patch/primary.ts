import type { JsonObject } from '../schema/json-object.js';
import type { Slot } from './slot.js';

/**
 * Runs a write to a complex attribute; when it makes an element primary, the others stop being primary (RFC 7644
 * §3.5.2: the server sets them to false). Two made primary at once are left for the final check to refuse.
 */
export function keepingOnePrimary(slot: Slot, write: () => void): void {
  const before = slot.elements.filter(isPrimary);
  write();
  const made = slot.elements.some((element) => isPrimary(element) && !before.includes(element));
  for (const element of made ? before : []) element.primary = false;
}

function isPrimary(element: JsonObject): boolean {
  return element.primary === true;
}
