import { parseAttributePath } from './attribute-path.js';
import { InvalidValueError } from './errors.js';
import { findAttribute, resolveAttribute, type ResolvedAttribute } from './schema/resolve.js';
import type { ResourceType } from './schema/schema.js';

/** `sortOrder` of RFC 7644 §3.4.2.3. */
export type SortOrder = 'ascending' | 'descending';

/**
 * The attribute that `sortBy` names (RFC 7644 §3.4.2.3). A complex attribute stands for its `value`.
 *
 * @throws InvalidValueError when the path does not parse, names nothing, or names something without order: a complex
 *   attribute without `value`, or one that is never returned
 */
export function resolveSortBy(text: string, resourceType: ResourceType): ResolvedAttribute {
  const path = parseAttributePath(text);
  const resolved = path && resolveAttribute(resourceType, path);
  const sortable = resolved && withValue(resolved);
  if (!sortable || sortable.attribute.returned === 'never') {
    throw new InvalidValueError(`Cannot sort by "${text}": there is no such attribute, or it has no order.`);
  }
  return sortable;
}

function withValue(resolved: ResolvedAttribute): ResolvedAttribute | undefined {
  if (resolved.attribute.type !== 'complex' || resolved.subAttribute) {
    return resolved;
  }
  const subAttribute = findAttribute(resolved.attribute.subAttributes, 'value');
  return subAttribute && { ...resolved, subAttribute, path: { ...resolved.path, subAttribute: subAttribute.name } };
}
