import { sameName, type AttributePath } from '../attribute-path.js';
import type { Attribute } from './attribute.js';
import { commonAttributes } from './common.schema.js';
import type { ResourceType, Schema } from './schema.js';

/** A path bound to what it names in a resource type. */
export interface ResolvedAttribute {
  /** The schema that defines the attribute; for the common attributes, which no schema defines, the core schema. */
  readonly schema: Schema;
  /** Whether the resource holds the attribute under its schema's URN. */
  readonly extension: boolean;
  readonly attribute: Attribute;
  readonly subAttribute?: Attribute;
  /** The path in canonical spelling: names as in the schema, the URN for extension attributes only. */
  readonly path: AttributePath;
}

/**
 * Binds a path to the attribute that it names, without regard to case; undefined when the type has no such attribute.
 * Core and common attributes may carry the URN of the core schema, extension attributes must carry theirs (RFC 7644
 * §3.10).
 */
export function resolveAttribute(resourceType: ResourceType, path: AttributePath): ResolvedAttribute | undefined {
  const core = path.schema === undefined || sameName(path.schema, resourceType.schema.id);
  const schema = core ? resourceType.schema : resolveExtension(resourceType, path.schema);
  if (!schema) return undefined;

  const found = findAttribute(schema.attributes, path.attribute);
  const attribute = found ?? (core ? findAttribute(commonAttributes, path.attribute) : undefined);
  return attribute && bind(schema, !core, attribute, path.subAttribute);
}

/** The extension of a resource type with this URN, without regard to case. */
export function resolveExtension(resourceType: ResourceType, urn: string | undefined): Schema | undefined {
  if (urn === undefined) return undefined;

  return resourceType.schemaExtensions.map(({ schema }) => schema).find(({ id }) => sameName(id, urn));
}

/** The attribute of this name in a list, without regard to case. */
export function findAttribute(attributes: readonly Attribute[] | undefined, name: string): Attribute | undefined {
  return attributes?.find((attribute) => sameName(attribute.name, name));
}

function bind(
  schema: Schema,
  extension: boolean,
  attribute: Attribute,
  subAttributeName: string | undefined,
): ResolvedAttribute | undefined {
  const base = extension ? { schema: schema.id, attribute: attribute.name } : { attribute: attribute.name };
  if (subAttributeName === undefined) return { schema, extension, attribute, path: base };

  const subAttribute = findAttribute(attribute.subAttributes, subAttributeName);
  return (
    subAttribute && { schema, extension, attribute, subAttribute, path: { ...base, subAttribute: subAttribute.name } }
  );
}
