/** A JSON value. Keys may be any text, `__proto__` included. */
export type Json = string | number | boolean | null | readonly Json[] | { readonly [key: string]: Json };

export type JsonObject = Readonly<Record<string, Json>>;

const BEGIN = '\u0001raw:';
const END = ':raw\u0001';
const RAW = /"\\u0001raw:((?:[^"\\]|\\.)*?):raw\\u0001"/g;

/** A value that is written exactly as given, for what JSON.stringify would not write, or would write differently. */
export function raw(text: string): string {
  return BEGIN + text + END;
}

/** The text of a value; raw parts stay as they are. */
export function toText(value: Json): string {
  return JSON.stringify(value).replace(RAW, (_, escaped: string) => String(JSON.parse(`"${escaped}"`)));
}

export function isObject(value: Json): value is JsonObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** A list or object nested this deep, built as text, so that the depth costs nothing here. */
export function nested(depth: number, open: '[' | '{"a":', inside = '0'): string {
  return raw(open.repeat(depth) + inside + (open === '[' ? ']' : '}').repeat(depth));
}
