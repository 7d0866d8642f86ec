import { foldCase } from '../../text/index.js';
import { InvalidValueError } from '../errors.js';
import { isMeantAsJson } from './json-text.js';

/** Longest value of an attribute that identifies something, in UTF-16 code units. */
export const MAX_KEY_LENGTH = 1_000;

/** The same limit in bytes of UTF-8 after folding: an entry of a PostgreSQL B-tree takes about 2,700. */
const MAX_KEY_BYTES = 2_000;

/** Longest value of any other attribute, in UTF-16 code units. */
export const MAX_TEXT_LENGTH = 65_536;

/** Paths of the attributes that are stored in indexes, lower-cased. */
const keys = new Set(['username', 'displayname', 'externalid', 'emails.value', 'members.value']);

const HALF_PAIR = /\p{Surrogate}/u;

const encoder = new TextEncoder();

/** Values that may be JSON: Entra writes an app role as JSON text into its `value`. */
const holdersOfJson = new Set(['roles.value', 'entitlements.value']);

/**
 * Refuses text that cannot be stored: too long, with a NUL (PostgreSQL has none in text), or with half of a surrogate
 * pair (not Unicode, and so neither UTF-8). A `userName`, and the `value` of anything, is refused also when it is a
 * JSON object or list: then the client wrote a value as text once too often, and it is nobody's name, address or
 * number. `path` is the attribute's, for the message and for the limit.
 *
 * @throws InvalidValueError
 */
export function checkText(text: string, path: string): void {
  if (text.includes('\u0000')) throw new InvalidValueError(`${path} contains a NUL character, which cannot be stored.`);

  if (HALF_PAIR.test(text))
    throw new InvalidValueError(`${path} is not valid Unicode: it contains half of a surrogate pair.`);

  if (isPlain(path) && isMeantAsJson(text))
    throw new InvalidValueError(`${path} is JSON in a text. Send the value itself. Nothing was changed.`);

  const limit = keys.has(path.toLowerCase()) ? MAX_KEY_LENGTH : MAX_TEXT_LENGTH;
  if (text.length > limit || (limit === MAX_KEY_LENGTH && encoder.encode(foldCase(text)).length > MAX_KEY_BYTES))
    throw new InvalidValueError(`${path} is too long: at most ${limit} characters are accepted.`);
}

/** Whether the text at a path is a name, an address or the like, and never JSON. */
function isPlain(path: string): boolean {
  return path === 'userName' || (path.endsWith('.value') && !holdersOfJson.has(path));
}
