import { printAttributePath, type AttributePath } from '../attribute-path.js';
import { InvalidFilterError } from '../errors.js';
import { findAttribute, resolveAttribute, type ResolvedAttribute } from '../schema/resolve.js';
import type { ResourceType } from '../schema/schema.js';
import { resolveAlias } from './alias.js';
import type { AttributeExpression, Filter, ValuePath } from './ast.js';
import { resolveValue } from './resolve-value.js';
import { comparedAttribute, type ResolvedFilter } from './resolved.js';

/** Finds the attribute that a path means: of the resource, or of an element if the path is between brackets. */
type Lookup = (path: AttributePath) => ResolvedAttribute | undefined;

/** The filter that no resource fulfils. */
const nothing: ResolvedFilter = { kind: 'or', terms: [] };

/**
 * Binds a filter to a resource type: names to attributes, values to their types. In a comparison, a complex attribute
 * without sub-attribute means its `value`; under `pr` it means itself. `eq null` means that there is no value. `ne` is
 * the negation of `eq`, so it is true for a resource without the attribute.
 *
 * `searchedWith` are the other types of a search over several (RFC 7644 §3.4.2.1): an attribute that only they have
 * counts as one without value.
 *
 * @throws InvalidFilterError naming an attribute that no type has, that is never returned, or that does not go with the
 *   operator or the value
 */
export function resolveFilter(
  filter: Filter,
  resourceType: ResourceType,
  searchedWith: readonly ResourceType[] = [],
): ResolvedFilter {
  const others = searchedWith.filter((other) => other.id !== resourceType.id);
  return resolve(filter, lookupIn(resourceType), others.map(lookupIn));
}

/**
 * Binds a value filter (the filter between brackets) to the elements of an attribute.
 *
 * @throws InvalidFilterError as {@link resolveFilter} does
 */
export function resolveValueFilter(filter: Filter, attribute: ResolvedAttribute): ResolvedFilter {
  return resolve(filter, lookupInElement(attribute), []);
}

function resolve(filter: Filter, lookup: Lookup, elsewhere: readonly Lookup[]): ResolvedFilter {
  switch (filter.kind) {
    case 'logical':
      return { kind: filter.operator, terms: filter.terms.map((term) => resolve(term, lookup, elsewhere)) };
    case 'not':
      return negation(resolve(filter.filter, lookup, elsewhere));
    case 'attribute':
      return resolveHere(filter, lookup, elsewhere, resolveExpression);
    case 'valuePath':
      return resolveHere(filter, lookup, elsewhere, resolveValuePath);
  }
}

/**
 * Binds to the type at hand. Where that has no such attribute, it binds to another type searched, only for the errors.
 */
function resolveHere<T extends AttributeExpression | ValuePath>(
  expression: T,
  lookup: Lookup,
  elsewhere: readonly Lookup[],
  bind: (expression: T, attribute: ResolvedAttribute) => ResolvedFilter,
): ResolvedFilter {
  const name = printAttributePath(expression.path);
  const attribute = lookup(expression.path);
  if (attribute) return bind(expression, searchable(attribute, name));

  const other = elsewhere.map((lookupThere) => lookupThere(expression.path)).find((found) => found !== undefined);
  if (!other) throw new InvalidFilterError(`Invalid filter: there is no attribute "${name}".`);

  const bound = bind(expression, searchable(other, name));
  return bound.kind === 'not' ? negation(nothing) : nothing;
}

function resolveExpression(expression: AttributeExpression, attribute: ResolvedAttribute): ResolvedFilter {
  const { operator, value } = expression;
  if (operator === 'pr' || value === undefined) return { kind: 'presence', attribute };

  const name = printAttributePath(expression.path);
  if (value === null) return resolveNull(operator, attribute, name);

  const compared = comparable(attribute, name);
  const resolved = resolveValue(comparedAttribute(compared), operator, value, name);
  return operator === 'ne'
    ? negation({ kind: 'comparison', attribute: compared, operator: 'eq', value: resolved })
    : { kind: 'comparison', attribute: compared, operator, value: resolved };
}

/** Null, an empty list and no value at all are the same state (RFC 7643 §2.5). */
function resolveNull(operator: string, attribute: ResolvedAttribute, name: string): ResolvedFilter {
  switch (operator) {
    case 'eq':
      return negation({ kind: 'presence', attribute });
    case 'ne':
      return { kind: 'presence', attribute };
    default:
      throw new InvalidFilterError(`Invalid filter: "${operator}" cannot compare "${name}" with null.`);
  }
}

function resolveValuePath({ path, filter }: ValuePath, attribute: ResolvedAttribute): ResolvedFilter {
  const hasElements = attribute.attribute.multiValued || attribute.attribute.type === 'complex';
  if (!hasElements || attribute.subAttribute) {
    const name = printAttributePath(path);
    throw new InvalidFilterError(`Invalid filter: "${name}" has no elements that brackets could select from.`);
  }
  return { kind: 'element', attribute, filter: resolveValueFilter(filter, attribute) };
}

/**
 * Replaces a complex attribute by its `value` for a comparison: the RFC's own examples have `emails co "example.com"`,
 * and Entra ID sends `members eq "<id>"`.
 */
function comparable(attribute: ResolvedAttribute, name: string): ResolvedAttribute {
  if (comparedAttribute(attribute).type !== 'complex') return attribute;

  const subAttribute = findAttribute(attribute.attribute.subAttributes, 'value');
  if (!subAttribute)
    throw new InvalidFilterError(`Invalid filter: "${name}" is complex; compare one of its sub-attributes.`);

  return { ...attribute, subAttribute, path: { ...attribute.path, subAttribute: subAttribute.name } };
}

/** Refuses attributes that are never returned: a filter would reveal them letter by letter (RFC 7643 §2.2). */
function searchable(attribute: ResolvedAttribute, name: string): ResolvedAttribute {
  if (attribute.attribute.returned === 'never' || attribute.subAttribute?.returned === 'never')
    throw new InvalidFilterError(`Invalid filter: "${name}" cannot be searched.`);

  return attribute;
}

function lookupIn(resourceType: ResourceType): Lookup {
  return (path) => {
    const found = resolveAttribute(resourceType, path);
    const alias = found ? undefined : resolveAlias(resourceType, path);
    return alias ? resolveAttribute(resourceType, alias) : found;
  };
}

/**
 * Looks a path up inside brackets. There it is one bare name: a sub-attribute, or `value` for the elements of a list of
 * simple values.
 */
function lookupInElement(list: ResolvedAttribute): Lookup {
  return ({ schema, attribute, subAttribute }) => {
    if (schema !== undefined || subAttribute !== undefined) return undefined;

    if (list.attribute.type !== 'complex') return attribute.toLowerCase() === 'value' ? list : undefined;

    const found = findAttribute(list.attribute.subAttributes, attribute);
    return found && { ...list, subAttribute: found, path: { ...list.path, subAttribute: found.name } };
  };
}

function negation(filter: ResolvedFilter): ResolvedFilter {
  return { kind: 'not', filter };
}
