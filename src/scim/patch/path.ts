import { parseAttributePath, type AttributePath } from '../attribute-path.js';
import { InvalidPathError } from '../errors.js';
import type { Filter } from '../filter/ast.js';
import { parseValueFilter } from '../filter/parser.js';

/** A PATCH path as written (RFC 7644 Figure 7): `attrPath / valuePath [subAttr]`. Nothing is looked up yet. */
export interface PatchPath {
  /** Has no sub-attribute when there is a filter; the sub-attribute after the brackets is in `subAttribute`. */
  readonly attribute: AttributePath;
  readonly filter?: Filter;
  readonly subAttribute?: string;
}

const SUB_ATTRIBUTE = /^\.(?:[a-z][\w-]*|\$ref)$/i;

/**
 * Parses the path of a PATCH operation. `knownSchemaUrns` are the URNs that name a schema and no attribute.
 *
 * @throws InvalidPathError naming the position, counted from 1, at which the path goes wrong
 * @throws InvalidFilterError when the part between the brackets is not a filter
 */
export function parsePatchPath(text: string, knownSchemaUrns: readonly string[] = []): PatchPath {
  const open = text.indexOf('[');
  if (open < 0) {
    const { subAttribute, ...attribute } = parseName(text, text, knownSchemaUrns);
    return { attribute, ...(subAttribute === undefined ? {} : { subAttribute }) };
  }
  const attribute = parseName(text.slice(0, open), text, knownSchemaUrns);
  if (attribute.subAttribute !== undefined)
    throw invalidPath(text, open, 'a value filter stands after an attribute, not after a sub-attribute');

  const close = closingBracket(text, open);
  const filter = parseValueFilter(text.slice(open + 1, close), open + 1);
  const rest = text.slice(close + 1);
  if (rest === '') return { attribute, filter };

  if (!SUB_ATTRIBUTE.test(rest)) throw invalidPath(text, close + 1, 'expected a dot and a sub-attribute, or the end');

  return { attribute, filter, subAttribute: rest.slice(1) };
}

function parseName(name: string, text: string, knownSchemaUrns: readonly string[]): AttributePath {
  const path = parseAttributePath(name, knownSchemaUrns);
  if (!path) throw invalidPath(text, 0, 'expected an attribute, with its schema URN or without');

  return path;
}

/** Index of the bracket that closes the one at `open`, ignoring brackets inside quoted strings. */
function closingBracket(text: string, open: number): number {
  let quoted = false;
  for (let index = open + 1; index < text.length; index += 1) {
    const character = text[index];
    if (quoted && character === '\\') index += 1;
    else if (character === '"') quoted = !quoted;
    else if (!quoted && character === ']') return index;
  }
  throw invalidPath(text, text.length, 'expected a closing bracket');
}

function invalidPath(text: string, position: number, expectation: string): InvalidPathError {
  const shown = text.length > 200 ? `${text.slice(0, 200)}…` : text;
  return new InvalidPathError(
    `The path ${JSON.stringify(shown)} is malformed at character ${position + 1}: ${expectation}.`,
  );
}
