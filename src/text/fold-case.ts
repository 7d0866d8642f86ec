/**
 * Removes case from a text and brings it into one spelling of Unicode (composed or not). It is for comparing parts of
 * texts, and texts that are not names. Whole names and addresses are compared by `foldName`.
 */
export function foldCase(text: string): string {
  return text.normalize('NFC').toLowerCase();
}
