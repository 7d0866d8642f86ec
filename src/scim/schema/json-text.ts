/** Whether a text begins as a JSON object or list does. Names and addresses do not. */
export function looksLikeJson(text: string): boolean {
  return /^\s*[[{]/.test(text);
}

/** Whether a text is JSON of an object or a list, or was going to be: its end may be missing. */
export function isMeantAsJson(text: string): boolean {
  return readJsonText(text) !== undefined || /^\s*(\{\s*"|\[\s*["[{])/.test(text);
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
