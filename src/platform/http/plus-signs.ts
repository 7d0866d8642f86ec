/**
 * Characters that forms always encode, such as those of addresses, quotes and paths: a query with one is not from a
 * form.
 */
const NEVER_IN_A_FORM = /[@/?"<>;\\^`{|}]/;

/** A filter with a plus in it. Filters have blanks between their words, so this plus is a blank (RFC 7644 §3.4.2.2). */
const FILTER_WITH_PLUS = /(?:^|&)filter=[^&]*\+/i;

/**
 * Whether the pluses of a query mean blanks, as in a form (WHATWG URL §5: a blank is written +, and a plus %2B), or
 * pluses, as in any other URL (RFC 3986 §2.2, §3.4: a blank is %20). One program has written the whole query, so all of
 * it decides: a form never has `%20`, and `%2B` is only written where + means a blank. With neither, a plus in a filter
 * means a blank. Any other plus is a plus if the query has a character that a form encodes, such as the @ of an
 * address.
 */
function arePlusesBlanks(query: string): boolean {
  if (query.includes('%20')) return false;
  if (/%2b/i.test(query) || FILTER_WITH_PLUS.test(query)) return true;
  return !NEVER_IN_A_FORM.test(query);
}

/** Encodes the pluses in the query of a URL by their meaning, so that every reader decodes the same. */
export function encodePluses(url: string): string {
  const start = url.indexOf('?') + 1;
  if (start === 0 || !url.includes('+', start)) return url;
  const query = url.slice(start);
  return url.slice(0, start) + query.replaceAll('+', arePlusesBlanks(query) ? '%20' : '%2B');
}
