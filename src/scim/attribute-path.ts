/**
 * An attribute path (RFC 7644 §3.10 and Figure 1): `[urn ":"] attribute ["." subAttribute]`. It keeps the client's
 * spelling. Every look-up compares names without case.
 */
export interface AttributePath {
  readonly schema?: string;
  readonly attribute: string;
  readonly subAttribute?: string;
}

/** ATTRNAME of RFC 7643 §2.1, and `$ref`, the one exception that the RFC's own schemas make. */
const ATTRIBUTE_NAME = /^(?:[a-z][\w-]*|\$ref)$/i;

/** The start of a URI (RFC 3986 §3.1), followed by any characters that do not end a word in a filter. */
const SCHEMA_URI = /^[a-z][a-z\d+.-]*:[^\s"()[\]]+$/i;

/**
 * Reads an attribute path; undefined when `text` is not one. A URN may contain dots and colons (`…:2.0:User`), an
 * attribute name may not, so the name begins after the last colon. A text that equals one of `knownSchemaUrns` names a
 * schema and no attribute: undefined.
 */
export function parseAttributePath(text: string, knownSchemaUrns: readonly string[] = []): AttributePath | undefined {
  if (knownSchemaUrns.some((urn) => sameName(urn, text))) return undefined;

  const colon = text.lastIndexOf(':');
  const path = parseNames(text.slice(colon + 1));
  if (!path || colon < 0) return path;

  const schema = text.slice(0, colon);
  return SCHEMA_URI.test(schema) ? { schema, ...path } : undefined;
}

/** The path as text; the inverse of {@link parseAttributePath}. */
export function printAttributePath(path: AttributePath): string {
  const schema = path.schema === undefined ? '' : `${path.schema}:`;
  const subAttribute = path.subAttribute === undefined ? '' : `.${path.subAttribute}`;
  return `${schema}${path.attribute}${subAttribute}`;
}

/**
 * Whether two paths are spelt the same but for case. With and without the core URN are two spellings; resolve first
 * where they should count as one.
 */
export function samePath(a: AttributePath, b: AttributePath): boolean {
  return sameName(printAttributePath(a), printAttributePath(b));
}

/** Whether two attribute names or schema URNs are the same (RFC 7643 §2.1: without case). */
export function sameName(a: string, b: string): boolean {
  return a === b || a.toLowerCase() === b.toLowerCase();
}

/** `ATTRNAME ["." ATTRNAME]` */
function parseNames(text: string): AttributePath | undefined {
  const [attribute, subAttribute, ...rest] = text.split('.');
  if (attribute === undefined || rest.length > 0 || !ATTRIBUTE_NAME.test(attribute)) return undefined;

  if (subAttribute === undefined) return { attribute };

  return ATTRIBUTE_NAME.test(subAttribute) ? { attribute, subAttribute } : undefined;
}
