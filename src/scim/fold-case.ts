/**
 * The one folding behind every comparison without case: in filters, in uniqueness and in the columns that hold folded
 * values. Two spellings of one text in Unicode (composed or not) fold to the same.
 */
export function foldCase(text: string): string {
  return text.normalize('NFC').toLowerCase();
}
