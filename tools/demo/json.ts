/** A JSON object whose members have not been looked at yet. */
export type JsonObject = Readonly<Record<string, unknown>>;

/** Whether a value is a JSON object (and neither null nor an array). */
export function isObject(value: unknown): value is JsonObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** The value itself if it is an array, else an empty one. */
export function asList(value: unknown): readonly unknown[] {
  return Array.isArray(value) ? value : [];
}

/** The value itself if it is a string, else the empty string. */
export function asText(value: unknown): string {
  return typeof value === 'string' ? value : '';
}

function child(value: unknown, name: string): unknown {
  if (Array.isArray(value)) return asList(value)[Number(name)];
  return isObject(value) ? value[name] : undefined;
}

/**
 * The value at a dotted path, such as `emails.0.value`; undefined as soon as a step is missing.
 * Names that hold dots themselves (schema URNs) cannot be reached this way.
 */
export function at(value: unknown, path: string): unknown {
  return path.split('.').reduce<unknown>(child, value);
}
