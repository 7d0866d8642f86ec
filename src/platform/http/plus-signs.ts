/** What no writer of forms leaves as it is: addresses, quotes and paths show a query that was put together otherwise. */
const NEVER_IN_A_FORM = /[@/?"<>;\\^`{|}]/;

/** A filter has blanks between its words, whatever stands in the rest of the query (RFC 7644 §3.4.2.2). */
const FILTER_WITH_PLUS = /(?:^|&)filter=[^&]*\+/i;

/**
 * Whether the pluses of a query are blanks, as in a form (WHATWG URL §5: a blank is written +, and a plus %2B), rather
 * than pluses, as in any other URL (RFC 3986 §2.2, §3.4: a blank is %20). One query has one writer, so its whole text
 * decides: `%20` is never written in a form, and `%2B` only where + is something else. With neither, the pluses of a
 * filter are its blanks, and others are pluses beside what no form leaves bare, such as the @ of an address.
 */
function arePlusesBlanks(query: string): boolean {
  if (query.includes('%20')) return false;
  if (/%2b/i.test(query) || FILTER_WITH_PLUS.test(query)) return true;
  return !NEVER_IN_A_FORM.test(query);
}

/** Encodes the pluses in the query of a URL as what they stand for, so that whoever reads it reads the same. */
export function encodePluses(url: string): string {
  const start = url.indexOf('?') + 1;
  if (start === 0 || !url.includes('+', start)) return url;
  const query = url.slice(start);
  return url.slice(0, start) + query.replaceAll('+', arePlusesBlanks(query) ? '%20' : '%2B');
}
