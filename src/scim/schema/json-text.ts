/** How JSON begins that has something in it, also where it was put into a text once more. */
const BEGINNING = /^[\s"\\]*(?:\{[\s\\]*"|\[[\s\\]*["{[])/;

/** Whether a text begins as a JSON object or list does, maybe within quotes. Names and addresses do not. */
export function looksLikeJson(text: string): boolean {
  return /^[\s"\\]*[[{]/.test(text);
}

/**
 * Whether a text is JSON of an object or a list, or was going to be: its end may be missing, and it may be within quotes,
 * as where it was written as text twice.
 */
export function isMeantAsJson(text: string): boolean {
  return readJsonText(text) !== undefined || BEGINNING.test(text);
}

/** The object or list that a text is in JSON; undefined when it is none. */
export function readJsonText(text: string): object | undefined {
  if (!looksLikeJson(text)) return undefined;

  try {
    const value: unknown = JSON.parse(text);
    return typeof value === 'object' && value !== null ? value : undefined;
  } catch {
    return undefined;
  }
}
