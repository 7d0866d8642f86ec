import { printAttributePath, sameName } from '../attribute-path.js';
import { InvalidPathError } from '../errors.js';
import type { Filter } from '../filter/ast.js';
import { matchesElement } from '../filter/evaluate.js';
import { resolveValueFilter } from '../filter/resolve.js';
import { currentSchemaUrn } from '../schema/legacy-urns.js';
import { resolveAttribute, resolveExtension, type ResolvedAttribute } from '../schema/resolve.js';
import type { ResourceType, Schema } from '../schema/schema.js';
import { isCustomName } from './normalize.js';
import type { PatchTarget, Selection } from './operation.js';
import { parsePatchPath } from './path.js';

/** The schema of a resource type, if the path is its URN without an attribute after it. */
export function resolveSchema(path: string, resourceType: ResourceType): Schema | undefined {
  const urn = currentSchemaUrn(path, resourceType);
  return sameName(urn, resourceType.schema.id) ? resourceType.schema : resolveExtension(resourceType, urn);
}

/**
 * Binds a path to what it names in a resource type; undefined when the type has no such attribute, which is no error
 * (custom attributes are ignored).
 *
 * @throws InvalidPathError when the text is not a path, or has a value filter on an attribute without sub-attributes
 * @throws InvalidFilterError when the value filter does not parse, or does not fit the attribute
 */
export function resolveTarget(text: string, resourceType: ResourceType): PatchTarget | undefined {
  if (isCustomName(text)) return undefined;

  const { attribute: name, filter, subAttribute } = parsePatchPath(text);
  const schema = name.schema && currentSchemaUrn(name.schema, resourceType);
  const resolved = resolveAttribute(resourceType, { ...name, schema, subAttribute });
  return (
    resolved && {
      path: printAttributePath(resolved.path),
      attribute: resolved.attribute,
      extension: resolved.extension ? resolved.schema.id : undefined,
      selection: filter && select(filter, resolved),
      subAttribute: resolved.subAttribute,
    }
  );
}

function select(filter: Filter, target: ResolvedAttribute): Selection {
  const attribute: ResolvedAttribute = { ...target, subAttribute: undefined };
  if (attribute.attribute.type !== 'complex')
    throw new InvalidPathError(`${attribute.attribute.name} has no sub-attributes that a value filter could compare.`);

  const resolved = resolveValueFilter(filter, attribute);
  return { filter, matches: (element) => matchesElement(resolved, element) };
}
