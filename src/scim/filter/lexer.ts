import { InvalidFilterError } from '../errors.js';
import { readJsonString } from './json-string.js';

/** A bracket, a JSON string, or a word: any other text between blanks, such as a path, an operator or a number. */
export interface Token {
  readonly kind: '(' | ')' | '[' | ']' | 'string' | 'word' | 'end';
  /** The decoded value of a string; the source text of everything else. */
  readonly text: string;
  /** Offset of the first character, counted from 0 in what the client sent. */
  readonly start: number;
  /** Offset after the last character. */
  readonly end: number;
}

const BLANK = /[ \t\r\n]*/y;
const WORD = /[^ \t\r\n()[\]"]+/y;

/**
 * Cuts a filter into tokens; the last one is `end`. Offsets are counted from `offset`, for a filter inside a longer
 * text.
 *
 * @throws InvalidFilterError at a string that is not a JSON string
 */
export function tokenize(text: string, offset = 0): Token[] {
  const tokens: Token[] = [];
  let position = endOf(BLANK, text, 0);
  while (position < text.length) {
    const token = tokenAt(text, position, offset);
    tokens.push(token);
    position = endOf(BLANK, text, token.end - offset);
  }
  tokens.push({ kind: 'end', text: '', start: text.length + offset, end: text.length + offset });
  return tokens;
}

/** The error for every syntax error of a filter; the position shown counts from 1. */
export function syntaxError(start: number, expectation: string): InvalidFilterError {
  return new InvalidFilterError(`Invalid filter at character ${start + 1}: ${expectation}.`);
}

function tokenAt(text: string, position: number, offset: number): Token {
  const start = position + offset;
  const character = text.charAt(position);
  switch (character) {
    case '(':
    case ')':
    case '[':
    case ']':
      return { kind: character, text: character, start, end: start + 1 };
    case '"': {
      const { value, end } = readJsonString(text, position, (at, problem) => syntaxError(at + offset, problem));
      return { kind: 'string', text: value, start, end: end + offset };
    }
    default: {
      const end = endOf(WORD, text, position);
      return { kind: 'word', text: text.slice(position, end), start, end: end + offset };
    }
  }
}

/** The offset where a sticky expression stops matching. */
function endOf(expression: RegExp, text: string, position: number): number {
  expression.lastIndex = position;
  return expression.test(text) ? expression.lastIndex : position;
}
