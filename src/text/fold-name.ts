import { foldCase } from './fold-case.js';

/**
 * Characters that cannot be seen at the end of a text: Unicode's white space and line breaks, and characters without
 * width such as joiners and marks of direction. Each is one UTF-16 code unit.
 */
const BLANK = /[\p{White_Space}\p{Bidi_Control}\u00ad\u180e\u200b-\u200d\u2060\ufeff]/u;

/**
 * A name or an address as it is stored: without the blanks around it. Blanks inside stay, such as the joiners of an
 * emoji. Empty for a text of nothing but blanks, which is no name.
 */
export function trimName(text: string): string {
  // a loop, because a pattern for blanks at the end starts again at each character of every run of blanks
  let start = 0;
  let end = text.length;
  while (start < end && BLANK.test(text.charAt(start))) start += 1;
  while (end > start && BLANK.test(text.charAt(end - 1))) end -= 1;
  return text.slice(start, end);
}

/**
 * Folds a name or an address for comparison: without case, composed or not, and without the blanks around it.
 * Uniqueness, every look-up and the columns with folded names use this one function. Parts of a text are compared by
 * `foldCase`, because blanks at the end of a part are inside the text.
 */
export function foldName(text: string): string {
  return foldCase(trimName(text));
}
