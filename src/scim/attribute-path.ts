/**
 * An attribute path (RFC 7644 §3.10 and Figure 1): `[urn ":"] attribute ["." subAttribute]`, spelt as the client
 * spelt it. Names are compared without case wherever they are looked up.
 */
export interface AttributePath {
  readonly schema?: string;
  readonly attribute: string;
  readonly subAttribute?: string;
}

/** ATTRNAME of RFC 7643 §2.1 with the one exception that the schemas themselves make: `$ref`. */
const ATTRIBUTE_NAME = /^(?:[a-z][\w-]*|\$ref)$/i;

/** The start of a URI (RFC 3986 §3.1), and then whatever may stand in a filter without ending the word. */
const SCHEMA_URI = /^[a-z][a-z\d+.-]*:[^\s"()[\]]+$/i;

/**
 * Reads an attribute path, or gives undefined when `text` is none. A URN may contain dots and colons (`…:2.0:User`),
 * an attribute name neither, so the name begins after the last colon. A text that is itself one of `knownSchemaUrns`
 * names a schema and no attribute: undefined.
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

/** Whether two paths are spelt the same but for case; the core URN makes a difference here, unless resolved before. */
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
