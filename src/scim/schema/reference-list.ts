import type { Attribute } from './attribute.js';

/**
 * Whether the elements of a list are references that are added and removed but never edited, as `members` are (RFC 7643
 * §4.2): each is then known by its `value` alone, and has to have one.
 */
export function isReferenceList({ multiValued, subAttributes }: Attribute): boolean {
  return (
    multiValued &&
    (subAttributes?.some(({ name, mutability }) => name === 'value' && mutability === 'immutable') ?? false)
  );
}
