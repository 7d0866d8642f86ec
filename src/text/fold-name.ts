import { foldCase } from './fold-case.js';

/**
 * What nobody sees at the end of a text: Unicode's white space, line breaks among it, and what takes no room, as joiners
 * and marks of direction. Each is one UTF-16 code unit.
 */
const BLANK = /[\p{White_Space}\p{Bidi_Control}\u00ad\u180e\u200b-\u200d\u2060\ufeff]/u;

/**
 * A name or an address as it is stored: as given, without the blanks around it. What stands within stays, such as the
 * joiners of an emoji. Empty for a text of nothing but blanks, which names nothing.
 */
export function trimName(text: string): string {
  // by hand, since a pattern for blanks at the end goes through every run of blanks again from each of its characters
  let start = 0;
  let end = text.length;
  while (start < end && BLANK.test(text.charAt(start))) start += 1;
  while (end > start && BLANK.test(text.charAt(end - 1))) end -= 1;
  return text.slice(start, end);
}

/**
 * The one folding by which names and addresses are the same: without case, composed or not, and without the blanks
 * around them. Uniqueness goes by it, every look-up, and the columns that hold folded names. Parts of a text are
 * compared by `foldCase`, because the blanks at the end of a part stand within the text.
 */
export function foldName(text: string): string {
  return foldCase(trimName(text));
}
