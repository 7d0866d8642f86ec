const DAY = /^\d{4}-\d\d-\d\d$/;
const TIME = /^(?:(?:[01]\d|2[0-3]):[0-5]\d(?::[0-5]\d(?:\.\d+)?)?|24:00(?::00(?:\.0+)?)?)$/;
const OFFSET = /^(?:Z|[+-](?:(?:0\d|1[0-3]):[0-5]\d|14:00))$/;
const PARTS = /^([\d-]{10})T([\d:.]+)(.*)$/;

/**
 * Reads a `dateTime` (RFC 7643 §2.3.5, xsd:dateTime), to the millisecond; undefined when the text is not one. Without
 * an offset it is read as UTC. The year has four digits, which is all that every reader of xsd:dateTime must know; with
 * an offset the instant may still be in the year before 0000 or after 9999. Hour 24 is the end of the day, offsets end
 * at 14 hours, and there are no leap seconds.
 */
export function parseDateTime(text: string): Date | undefined {
  const [, day = '', time = '', offset = ''] = PARTS.exec(text.toUpperCase()) ?? [];
  if (!isDay(day) || !TIME.test(time) || (offset !== '' && !OFFSET.test(offset))) return undefined;

  return new Date(`${day}T${time}${offset || 'Z'}`);
}

/** Whether the calendar has the day; JavaScript alone would read 30 February as 2 March. */
function isDay(text: string): boolean {
  const instant = new Date(`${text}T00:00:00Z`);
  return DAY.test(text) && !Number.isNaN(instant.getTime()) && instant.toISOString().startsWith(text);
}
