const escapes: ReadonlyMap<string, string> = new Map([
  ['"', '"'],
  ['\\', '\\'],
  ['/', '/'],
  ['b', '\b'],
  ['f', '\f'],
  ['n', '\n'],
  ['r', '\r'],
  ['t', '\t'],
]);

/** Characters that a JSON string may contain without an escape (RFC 8259 §7). */
// eslint-disable-next-line no-control-regex -- they are what the rule is about
const PLAIN = /[^"\\\u0000-\u001f]+/y;

const FOUR_HEX_DIGITS = /^[\da-f]{4}$/i;

/** A NUL or half a surrogate pair: JSON can spell them, but no stored text can hold them. */
// eslint-disable-next-line no-control-regex -- they are what the rule is about
const UNSTORABLE = /\u0000|\p{Surrogate}/u;

/**
 * Reads the JSON string that opens with the quote at `start` (RFC 8259 §7). `end` is the offset after the closing
 * quote. At a mistake it calls `failure` with the offset and the problem, and throws the error that comes back.
 */
export function readJsonString(
  text: string,
  start: number,
  failure: (position: number, problem: string) => Error,
): { value: string; end: number } {
  let value = '';
  let position = start + 1;
  while (text.charAt(position) !== '"') {
    const piece = pieceAt(text, position, failure);
    value += piece.value;
    position = piece.end;
  }
  if (UNSTORABLE.test(value))
    throw failure(start, 'the string has a character that no value can have (NUL or half a surrogate pair)');

  return { value, end: position + 1 };
}

function pieceAt(
  text: string,
  position: number,
  failure: (position: number, problem: string) => Error,
): { value: string; end: number } {
  if (text.charAt(position) === '\\') return escapeAt(text, position, failure);

  PLAIN.lastIndex = position;
  if (PLAIN.test(text)) return { value: text.slice(position, PLAIN.lastIndex), end: PLAIN.lastIndex };

  throw position < text.length
    ? failure(position, 'a control character must be escaped in a string')
    : failure(position, 'expected a double quote that ends the string');
}

function escapeAt(
  text: string,
  position: number,
  failure: (position: number, problem: string) => Error,
): { value: string; end: number } {
  const letter = text.charAt(position + 1);
  const digits = text.slice(position + 2, position + 6);
  if (letter === 'u' && FOUR_HEX_DIGITS.test(digits))
    return { value: String.fromCharCode(Number.parseInt(digits, 16)), end: position + 6 };

  const value = escapes.get(letter);
  if (value === undefined)
    throw failure(position, 'expected an escape of JSON (\\" \\\\ \\/ \\b \\f \\n \\r \\t or \\u and four hex digits)');

  return { value, end: position + 2 };
}
