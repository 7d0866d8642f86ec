import { InvalidValueError } from '../errors.js';
import { isJsonObject } from '../schema/json-object.js';

/** How deep data may nest: deeper than any resource, and an end to the recursion over what a client sends. */
const MAX_DEPTH = 64;

/**
 * The ways to refer to a resource that the same bulk request creates (RFC 7644 §3.7.2): as a whole string; in a URI, as
 * its last segment; in a PATCH path, as a value in quotes. The first group captures the bulkId.
 */
const forms = {
  value: /^bulkId:(.+)$/s,
  uri: /(?<=^|\/)bulkId:([^/]+)$/,
  filter: /(?<=")bulkId:([^"\\]+)(?=")/g,
};

/** Looks up a bulkId; undefined leaves the reference as it is. */
type Lookup = (bulkId: string) => string | undefined;

/** The bulkIds that data or a path refers to. */
export function referencesIn(data: unknown, path: string): Set<string> {
  const names = new Set<string>();
  const collect: Lookup = (name) => void names.add(name);
  resolvePath(path, collect);
  resolveData(data, collect);
  return names;
}

/** Replaces the references in a path by ids: `/Users/bulkId:kim` becomes `/Users/0198…`. */
export function resolvePath(path: string, lookup: Lookup): string {
  return path.replace(forms.uri, (reference, name: string) => lookup(name) ?? reference);
}

/**
 * Replaces the references in data by ids, at any depth.
 *
 * @throws InvalidValueError when the data nests deeper than any resource does
 */
export function resolveData(data: unknown, lookup: Lookup): unknown {
  return resolveAt(data, '', 0, lookup);
}

/**
 * Removes the values that refer to one of these names. The whole element or complex attribute goes, because what is
 * left of it says nothing alone.
 */
export function withoutReferences(data: unknown, names: ReadonlySet<string>): unknown {
  if (!isJsonObject(data)) return data;

  const kept = Object.entries(data).map(([key, value]) => [key, strip(value, key, names)] as const);
  return Object.fromEntries(kept.filter(([, value]) => value !== undefined));
}

function resolveAt(value: unknown, key: string, depth: number, lookup: Lookup): unknown {
  if (depth > MAX_DEPTH) throw new InvalidValueError('"data" nests deeper than any resource.');

  if (typeof value === 'string')
    return value.replace(formUnder(key), (reference, name: string) => lookup(name) ?? reference);

  if (Array.isArray(value)) return value.map((item) => resolveAt(item, key, depth + 1, lookup));

  return isJsonObject(value)
    ? Object.fromEntries(Object.entries(value).map(([name, item]) => [name, resolveAt(item, name, depth + 1, lookup)]))
    : value;
}

function formUnder(key: string): RegExp {
  switch (key.toLowerCase()) {
    case '$ref':
      return forms.uri;
    case 'path':
      return forms.filter;
    default:
      return forms.value;
  }
}

function strip(value: unknown, key: string, names: ReadonlySet<string>): unknown {
  if (typeof value === 'string') return refersToAny(value, key, names) ? undefined : value;

  if (Array.isArray(value)) return value.map((item) => strip(item, key, names)).filter((item) => item !== undefined);

  if (!isJsonObject(value)) return value;

  const entries = Object.entries(value);
  const isAbout = entries.some(([name, item]) => typeof item === 'string' && refersToAny(item, name, names));
  return isAbout ? undefined : withoutReferences(value, names);
}

function refersToAny(text: string, key: string, names: ReadonlySet<string>): boolean {
  return [...text.matchAll(new RegExp(formUnder(key), 'gs'))].some(([, name]) => name !== undefined && names.has(name));
}
