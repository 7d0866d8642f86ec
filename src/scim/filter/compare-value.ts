import type { CompareOperator, CompareValue } from './ast.js';
import type { Token } from './lexer.js';

const literals: ReadonlyMap<string, CompareValue> = new Map([
  ['true', true],
  ['false', false],
  ['null', null],
]);

/** `number` of RFC 8259 §6. */
const NUMBER = /^-?(?:0|[1-9]\d*)(?:\.\d+)?(?:e[+-]?\d+)?$/i;

/** The value that a token stands for after an operator (`compValue` of RFC 7644 §3.4.2.2), or undefined. */
export function parseCompareValue(token: Token, operator: CompareOperator): CompareValue | undefined {
  if (token.kind === 'string') return token.text;

  if (token.kind !== 'word') return undefined;

  if (literals.has(token.text)) return literals.get(token.text);

  return NUMBER.test(token.text) ? parseNumber(token.text) : bareWord(token.text, operator);
}

/** Undefined for what is too large; -0 reads as 0. */
function parseNumber(text: string): number | undefined {
  const value = Number(text);
  return Number.isFinite(value) ? value + 0 : undefined;
}

/**
 * A string without its quotes, after `eq` only. Not in the RFC, but Entra ID's documentation shows
 * `externalId eq jyoung`, and authentik looks users up with `userName eq kim@example.org`. That the attribute is a
 * string is checked when the filter is resolved. Single quotes are no way to quote: reading them as part of the value
 * would answer "no such user" to a client that made a mistake.
 */
function bareWord(word: string, operator: CompareOperator): string | undefined {
  return operator === 'eq' && !word.startsWith("'") ? word : undefined;
}
