import type { CompareOperator, CompareValue } from './ast.js';
import type { Token } from './lexer.js';

const literals: ReadonlyMap<string, CompareValue> = new Map([
  ['true', true],
  ['false', false],
  ['null', null],
]);

/** `number` of RFC 8259 §6. */
const NUMBER = /^-?(?:0|[1-9]\d*)(?:\.\d+)?(?:e[+-]?\d+)?$/i;

/**
 * The value of a token after an operator (`compValue` of RFC 7644 §3.4.2.2); undefined when the token is not a value.
 */
export function parseCompareValue(token: Token, operator: CompareOperator): CompareValue | undefined {
  if (token.kind === 'string') return token.text;

  if (token.kind !== 'word') return undefined;

  if (literals.has(token.text)) return literals.get(token.text);

  return NUMBER.test(token.text) ? parseNumber(token.text) : bareWord(token.text, operator);
}

/** Undefined when the number is too large; -0 reads as 0. */
function parseNumber(text: string): number | undefined {
  const value = Number(text);
  return Number.isFinite(value) ? value + 0 : undefined;
}

/**
 * Accepts a string without its quotes, after `eq` only. Not in the RFC, but Entra ID's documentation shows `externalId
 * eq jyoung`, and authentik looks users up with `userName eq kim@example.org`. Resolving the filter checks that the
 * attribute is a string. Single quotes are refused: taking them for part of the value would answer "no such user" to a
 * client that made a mistake.
 */
function bareWord(word: string, operator: CompareOperator): string | undefined {
  return operator === 'eq' && !word.startsWith("'") ? word : undefined;
}
