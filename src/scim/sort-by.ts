import { parseAttributePath, type AttributePath } from './attribute-path.js';
import { InvalidValueError } from './errors.js';
import { findAttribute, resolveAttribute, type ResolvedAttribute } from './schema/resolve.js';
import type { ResourceType } from './schema/schema.js';

/** `sortOrder` of RFC 7644 §3.4.2.3. */
export type SortOrder = 'ascending' | 'descending';

/**
 * Finds the attribute that `sortBy` names (RFC 7644 §3.4.2.3). A complex attribute means its `value`.
 *
 * `searchedWith` are the other types of a search over several: for an attribute that only they have the result is
 * undefined, because no resource of this type has a value.
 *
 * @throws InvalidValueError when the path does not parse, names nothing in any of the types, or names something without
 *   order: a complex attribute without `value`, or one that is never returned
 */
export function resolveSortBy(
  text: string,
  resourceType: ResourceType,
  searchedWith: readonly ResourceType[] = [],
): ResolvedAttribute | undefined {
  const path = parseAttributePath(text);
  const here = path && sortable(path, resourceType);
  if (!here && !searchedWith.some((other) => path && sortable(path, other)))
    throw new InvalidValueError(`Cannot sort by "${text}": there is no such attribute, or it has no order.`);

  return here;
}

function sortable(path: AttributePath, resourceType: ResourceType): ResolvedAttribute | undefined {
  const resolved = resolveAttribute(resourceType, path);
  const bound = resolved && withValue(resolved);
  return bound?.attribute.returned === 'never' ? undefined : bound;
}

function withValue(resolved: ResolvedAttribute): ResolvedAttribute | undefined {
  if (resolved.attribute.type !== 'complex' || resolved.subAttribute) return resolved;

  const subAttribute = findAttribute(resolved.attribute.subAttributes, 'value');
  return subAttribute && { ...resolved, subAttribute, path: { ...resolved.path, subAttribute: subAttribute.name } };
}
