/**
 * A text without case, and in one spelling of Unicode (composed or not): how parts of texts are compared, and texts that
 * name nothing. Names and addresses as a whole are compared by `foldName`.
 */
export function foldCase(text: string): string {
  return text.normalize('NFC').toLowerCase();
}
