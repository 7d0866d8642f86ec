/** The beginning of a JSON object or list that is not empty, also inside one more layer of quotes. */
const BEGINNING = /^[\s"\\]*(?:\{[\s\\]*"|\[[\s\\]*["{[])/;

/** Whether a text begins as a JSON object or list does, perhaps within quotes. Names and addresses do not. */
export function looksLikeJson(text: string): boolean {
  return /^[\s"\\]*[[{]/.test(text);
}

/**
 * Whether a text was meant as a JSON object or list: its end may be missing, and it may be within quotes, because it
 * was written as text twice.
 */
export function isMeantAsJson(text: string): boolean {
  return readJsonText(text) !== undefined || BEGINNING.test(text);
}

/** Parses a text as a JSON object or list; undefined when it is neither. */
export function readJsonText(text: string): object | undefined {
  if (!looksLikeJson(text)) return undefined;

  try {
    const value: unknown = JSON.parse(text);
    return typeof value === 'object' && value !== null ? value : undefined;
  } catch {
    return undefined;
  }
}
