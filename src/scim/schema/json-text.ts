/** Whether a text begins as a JSON object or list does. Names and addresses do not. */
export function looksLikeJson(text: string): boolean {
  return /^\s*[[{]/.test(text);
}

/** The object or list that a text is in JSON; undefined when it is none. */
export function readJsonText(text: string): object | undefined {
  if (!looksLikeJson(text)) {
    return undefined;
  }
  try {
    return JSON.parse(text) as object;
  } catch {
    return undefined;
  }
}
