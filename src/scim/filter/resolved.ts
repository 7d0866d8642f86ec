import type { AttributeType } from '../schema/attribute.js';
import type { ResolvedAttribute } from '../schema/resolve.js';

/** The operators after resolving; `ne` has become the negation of `eq`. */
export type ResolvedOperator = 'eq' | 'co' | 'sw' | 'ew' | 'gt' | 'ge' | 'lt' | 'le';

/** The value of a comparison in the attribute's own type: a Date for dateTime, never null. */
export type ResolvedValue = string | number | boolean | Date;

/**
 * True when one of the attribute's values compares as the operator says. Operator and value fit the attribute's type.
 */
export interface Comparison {
  readonly kind: 'comparison';
  readonly attribute: ResolvedAttribute;
  readonly operator: ResolvedOperator;
  readonly value: ResolvedValue;
}

/** True when the attribute has a value: not null, "", [] or {} (RFC 7643 §2.5). */
export interface Presence {
  readonly kind: 'presence';
  readonly attribute: ResolvedAttribute;
}

/** All of the terms (`and`; true without terms) or some of them (`or`; false without terms). */
export interface Junction {
  readonly kind: 'and' | 'or';
  readonly terms: readonly ResolvedFilter[];
}

/** True exactly when the filter inside is false: there is no third value. */
export interface Negation {
  readonly kind: 'not';
  readonly filter: ResolvedFilter;
}

/**
 * True when one single element of the attribute fulfils the filter. A complex attribute that is not multi-valued counts
 * as a list of one element, if it has a value. Attributes inside belong to the element: only their `subAttribute`
 * counts, and without one they mean the element itself.
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
