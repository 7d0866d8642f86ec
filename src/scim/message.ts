import { sameName } from './attribute-path.js';
import { InvalidSyntaxError } from './errors.js';
import type { JsonObject } from './schema/json-object.js';
import { isAbsent } from './schema/read-attribute.js';

/** Reads a member of a message. Its name is compared without case, like that of any attribute (RFC 7643 §2.1). */
export function member(message: JsonObject, name: string): unknown {
  const key = Object.keys(message).find((candidate) => sameName(candidate, name));
  return key === undefined ? undefined : message[key];
}

/**
 * Checks that the `schemas` of a message name its URN (RFC 7644 §3.1). A message without `schemas` is accepted: its
 * endpoint says what it is.
 *
 * @throws InvalidSyntaxError when there are some and the URN is not among them
 */
export function checkMessageSchemas(message: JsonObject, urn: string): void {
  const schemas = member(message, 'schemas');
  const urns: unknown[] = Array.isArray(schemas) ? schemas : [schemas];
  if (!isAbsent(schemas) && !urns.some((candidate) => typeof candidate === 'string' && sameName(candidate, urn)))
    throw new InvalidSyntaxError(`"schemas" must contain ${urn}.`);
}
