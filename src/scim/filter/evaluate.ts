import type { ResolvedAttribute } from '../schema/resolve.js';
import type { ScimResource } from '../schema/schema.js';
import { compareStored } from './compare.js';
import { comparedAttribute, type ResolvedFilter } from './resolved.js';

/** Reads the values of an attribute, from the resource or from one element. */
type Read = (attribute: ResolvedAttribute) => readonly unknown[];

/**
 * Whether a resource fulfils a filter. A multi-valued attribute fulfils a comparison when one of its values does. A
 * missing attribute fulfils no comparison, so `ne` is true for it. Names in the resource must be in canonical spelling.
 */
export function matches(filter: ResolvedFilter, resource: ScimResource): boolean {
  return holds(filter, (attribute) => valuesOf(attribute, resource));
}

/** Whether one element of a list fulfils a filter that `resolveValueFilter` has bound. */
export function matchesElement(filter: ResolvedFilter, element: unknown): boolean {
  return holds(filter, ({ subAttribute }) => [subAttribute ? property(element, subAttribute.name) : element]);
}

/** Whether a value counts as one: null, "", [] and {} are the same as none (RFC 7643 §2.5). */
export function isAssigned(value: unknown): boolean {
  if (typeof value === 'object' && value !== null) return Object.keys(value).length > 0;

  return value !== undefined && value !== null && value !== '';
}

function holds(filter: ResolvedFilter, read: Read): boolean {
  switch (filter.kind) {
    case 'and':
      return filter.terms.every((term) => holds(term, read));
    case 'or':
      return filter.terms.some((term) => holds(term, read));
    case 'not':
      return !holds(filter.filter, read);
    case 'presence':
      return read(filter.attribute).some(isAssigned);
    case 'element':
      return read(filter.attribute).some((element) => matchesElement(filter.filter, element));
    case 'comparison': {
      const { attribute, operator, value } = filter;
      return read(attribute).some((stored) => compareStored(comparedAttribute(attribute), stored, operator, value));
    }
  }
}

function valuesOf(
  { schema, extension, attribute, subAttribute }: ResolvedAttribute,
  resource: ScimResource,
): readonly unknown[] {
  const stored = property(extension ? property(resource, schema.id) : resource, attribute.name);
  const elements = attribute.multiValued ? listOf(stored) : [stored].filter(isAssigned);
  return subAttribute ? elements.map((element) => property(element, subAttribute.name)) : elements;
}

function listOf(stored: unknown): readonly unknown[] {
  return Array.isArray(stored) ? stored : [];
}

/** An own property of an object; undefined for anything else. */
function property(value: unknown, name: string): unknown {
  return typeof value === 'object' && value !== null ? Object.getOwnPropertyDescriptor(value, name)?.value : undefined;
}
