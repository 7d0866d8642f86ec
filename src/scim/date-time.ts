const form = /^\d{4}-\d\d-\d\dT\d\d:\d\d(?::\d\d(?:\.\d+)?)?(Z|[+-]\d\d:\d\d)?$/i;

/**
 * The instant that a `dateTime` names (RFC 7643 §2.3.5, xsd:dateTime), to the millisecond; undefined when the text is
 * none. Without an offset it is read as UTC.
 */
export function parseDateTime(text: string): Date | undefined {
  const match = form.exec(text);
  if (!match) {
    return undefined;
  }
  const instant = new Date(match[1] === undefined ? `${text}Z` : text.toUpperCase());
  return Number.isNaN(instant.getTime()) ? undefined : instant;
}
