import {
  asksForSecret,
  harmlessPart,
  holdsSecret,
  isSecretName,
  isSecretPath,
  MASK,
} from '../../../platform/logging/secrets.js';

const MAX_CHARACTERS = 8_000;
const MAX_TEXT = 1_000;
const MAX_ELEMENTS = 50;
const MAX_DEPTH = 12;
const CUT = '…';

/** Characters that PostgreSQL cannot store: a NUL, and half of a surrogate pair. */
const UNSTORABLE = /\0|\p{Surrogate}/gu;

/** A text that can be stored, of limited length; an ellipsis marks what was cut. */
export function storedText(text: string, length = MAX_TEXT): string {
  const kept = text.length > length ? text.slice(0, length) + CUT : text;
  return kept.replace(UNSTORABLE, '\uFFFD');
}

/** Verbs of operations, which may be shown beside the path of a secret. */
const VERB = /^(?:add|replace|remove|delete|update|set|copy|move|test|get|post|put|patch)$/i;
const PLAIN_NAME = /^[a-z$][a-z$_.:-]{0,63}$/i;

/** The part of a body that is logged. */
export interface BodyExcerpt {
  readonly stored: unknown;
  /** What was masked although its own name does not say that it is secret; the reason of a refusal may quote it. */
  readonly hidden: readonly unknown[];
}

/** Copies JSON up to a number of characters, so that the cost does not grow with the body. */
class Excerpt {
  private left = MAX_CHARACTERS;
  readonly hidden: unknown[] = [];

  of(value: unknown, depth: number): unknown {
    this.left -= 4;
    if (typeof value === 'string') return holdsSecret(value) ? this.hide(value) : this.text(value);
    if (typeof value !== 'object' || value === null) return value;
    if (depth > MAX_DEPTH) return CUT;
    return Array.isArray(value) ? this.list(value, depth) : this.members(value as Record<string, unknown>, depth);
  }

  private text(text: string): string {
    const kept = storedText(text, Math.max(0, Math.min(this.left, MAX_TEXT)));
    this.left -= kept.length;
    return kept;
  }

  private hide(value: unknown): unknown {
    if (value === null) return null;
    this.hidden.push(value);
    return MASK;
  }

  /**
   * Copies a list. If it contains the path of a secret, it may be an operation that was written as a list, so its
   * elements are masked.
   */
  private list(values: readonly unknown[], depth: number): unknown[] {
    const isSecret = values.some(namesSecret);
    const kept: unknown[] = [];
    for (const value of values) {
      if (this.left <= 0 || kept.length === MAX_ELEMENTS) break;
      kept.push(isSecret ? this.beside(value) : this.of(value, depth + 1));
    }
    return kept.length === values.length ? kept : [...kept, `${CUT} and ${values.length - kept.length} more`];
  }

  /**
   * Copies an object. If a member names a secret attribute, under any key and in any form, the other members count as
   * secret: an operation on a password keeps only its verb and its path.
   */
  private members(object: Record<string, unknown>, depth: number): object {
    const isSecret = isOperationOnSecret(object);
    const kept: [string, unknown][] = [];
    for (const name in object) {
      if (this.left <= 0) {
        kept.push([CUT, CUT]);
        break;
      }
      const value = object[name];
      if (isSecret) kept.push([PLAIN_NAME.test(name) ? name : MASK, this.beside(value)]);
      else kept.push([this.name(name), this.member(name, value, depth)]);
    }
    return Object.fromEntries(kept);
  }

  /** Copies a key without the value that may follow the path of a secret in it. */
  private name(name: string): string {
    if (!isSecretName(name) && !holdsSecret(name)) return this.text(name);
    const shown = harmlessPart(name);
    if (shown !== name) this.hidden.push(name);
    return this.text(shown);
  }

  private member(name: string, value: unknown, depth: number): unknown {
    if (isSecretName(name)) return value === null ? null : MASK;
    const isFilter = typeof value === 'string' && name.toLowerCase() === 'filter';
    return isFilter && asksForSecret(value) ? this.hide(value) : this.of(value, depth + 1);
  }

  /** Copies a value that is the path of a secret, or beside one. */
  private beside(value: unknown): unknown {
    this.left -= 4;
    if (typeof value !== 'string' || VERB.test(value)) return typeof value === 'string' ? value : this.hide(value);
    const shown = isSecretName(value) ? harmlessPart(value) : MASK;
    if (shown !== value) this.hidden.push(value);
    return this.text(shown);
  }
}

function namesSecret(value: unknown): boolean {
  return typeof value === 'string' && isSecretPath(value);
}

const PATH_NAME = /^\s*path\s*$/i;

/**
 * Whether an object is an operation on a secret. A member called `path` may name it in any form; any other member only
 * if it is a path and nothing else.
 */
function isOperationOnSecret(object: Record<string, unknown>): boolean {
  for (const name in object) {
    const value = object[name];
    if (PATH_NAME.test(name) ? isSecretName(JSON.stringify([value])) : namesSecret(value)) return true;
  }
  return false;
}

/**
 * The part of a request's body that is logged: without secrets, and at most a few thousand characters. `stored` is null
 * when there was no body.
 */
export function excerptOf(body: unknown): BodyExcerpt {
  const excerpt = new Excerpt();
  return { stored: body === undefined ? null : excerpt.of(body, 1), hidden: excerpt.hidden };
}
