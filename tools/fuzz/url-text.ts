import type { Json } from './json-text.js';

/** A value as part of a URL: percent-encoded, with half surrogate pairs replaced as UTF-8 demands. */
export function encoded(value: Json): string {
  const text = typeof value === 'string' ? value : JSON.stringify(value);
  return encodeURIComponent(Buffer.from(text).toString('utf8'));
}
