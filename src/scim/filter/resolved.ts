import type { AttributeType } from '../schema/attribute.js';
import type { ResolvedAttribute } from '../schema/resolve.js';

/** `ne` is no operator of its own here: it has become the negation of `eq`. */
export type ResolvedOperator = 'eq' | 'co' | 'sw' | 'ew' | 'gt' | 'ge' | 'lt' | 'le';

/** What a value is compared with, by the attribute's type: a Date for dateTime, never null. */
export type ResolvedValue = string | number | boolean | Date;

/** Whether some value of the attribute stands in the relation; the operator and the value fit the attribute's type. */
export interface Comparison {
  readonly kind: 'comparison';
  readonly attribute: ResolvedAttribute;
  readonly operator: ResolvedOperator;
  readonly value: ResolvedValue;
}

/** Whether the attribute has a value: not null, "", [] or {} (RFC 7643 §2.5). */
export interface Presence {
  readonly kind: 'presence';
  readonly attribute: ResolvedAttribute;
}

/** All of the terms (`and`; true without terms) or some of them (`or`; false without terms). */
export interface Junction {
  readonly kind: 'and' | 'or';
  readonly terms: readonly ResolvedFilter[];
}

/** True exactly when the filter is not: there is no third value. */
export interface Negation {
  readonly kind: 'not';
  readonly filter: ResolvedFilter;
}

/**
 * Whether one and the same element of the attribute fulfils the filter. A complex attribute that is not multi-valued
 * counts as a list of one element, when it has a value. Inside, attributes are seen from the element: only their
 * `subAttribute` counts, and without one the element itself is meant.
 */
export interface ElementMatch {
  readonly kind: 'element';
  readonly attribute: ResolvedAttribute;
  readonly filter: ResolvedFilter;
}

/** A filter bound to the attributes of one resource type; see `resolveFilter`. */
export type ResolvedFilter = Comparison | Presence | Junction | Negation | ElementMatch;

/** The attribute whose values are compared: the sub-attribute if there is one. */
export function comparedAttribute({ attribute, subAttribute }: ResolvedAttribute): typeof attribute {
  return subAttribute ?? attribute;
}

/** Whether values of this type are JSON strings that compare as text. */
export function isTextual(type: AttributeType): boolean {
  return type === 'string' || type === 'reference' || type === 'binary';
}
