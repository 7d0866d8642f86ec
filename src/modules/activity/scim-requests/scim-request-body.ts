import { holdsSecret, isSecretName, MASK } from './scim-request-secrets.js';

const MAX_CHARACTERS = 8_000;
const MAX_TEXT = 1_000;
const MAX_ELEMENTS = 50;
const MAX_DEPTH = 12;
const CUT = '…';

/** What PostgreSQL cannot store: a NUL, and half of a surrogate pair. */
const UNSTORABLE = /\0|\p{Surrogate}/gu;

/** A text that can be stored, of a bounded length; an ellipsis stands for what is missing. */
export function storedText(text: string, length = MAX_TEXT): string {
  const kept = text.length > length ? text.slice(0, length) + CUT : text;
  return kept.replace(UNSTORABLE, '\uFFFD');
}

/** Copies JSON up to a number of characters, so that the cost does not grow with the body. */
class Excerpt {
  private left = MAX_CHARACTERS;

  of(value: unknown, depth: number): unknown {
    this.left -= 4;
    if (typeof value === 'string') return this.text(value);
    if (typeof value !== 'object' || value === null) return value;
    if (depth > MAX_DEPTH) return CUT;
    return Array.isArray(value) ? this.list(value, depth) : this.members(value as Record<string, unknown>, depth);
  }

  private text(text: string): string {
    const kept = storedText(text, Math.max(0, Math.min(this.left, MAX_TEXT)));
    this.left -= kept.length;
    return holdsSecret(kept) ? MASK : kept;
  }

  private list(values: readonly unknown[], depth: number): unknown[] {
    const kept: unknown[] = [];
    for (const value of values) {
      if (this.left <= 0 || kept.length === MAX_ELEMENTS) break;
      kept.push(this.of(value, depth + 1));
    }
    return kept.length === values.length ? kept : [...kept, `${CUT} and ${values.length - kept.length} more`];
  }

  /** The value of a PATCH operation is as secret as the attribute that its path names. */
  private members(object: Record<string, unknown>, depth: number): object {
    const path = object.path ?? object.Path;
    const hidesValue = typeof path === 'string' && isSecretName(path);
    const kept: [string, unknown][] = [];
    for (const name in object) {
      if (this.left <= 0) {
        kept.push([CUT, CUT]);
        break;
      }
      const isSecret = isSecretName(name) || (hidesValue && name.toLowerCase() === 'value');
      kept.push([this.text(name), isSecret ? mask(object[name]) : this.of(object[name], depth + 1)]);
    }
    return Object.fromEntries(kept);
  }
}

function mask(value: unknown): unknown {
  return value === null ? null : MASK;
}

/**
 * A request's body as it is logged: without secrets, and a few thousand characters of it at most.
 * @returns null when there was none
 */
export function storedBody(body: unknown): unknown {
  return body === undefined ? null : new Excerpt().of(body, 1);
}
