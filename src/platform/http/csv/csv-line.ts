/** What a field of a CSV file is made of; null is empty. */
export type CsvValue = string | number | null;

const NEEDS_QUOTES = /[",\r\n]/;

/** What a spreadsheet would take for the beginning of a formula, or for a way to smuggle one in. */
const STARTS_FORMULA = /^[=+\-@\t\r]/;

function fieldOf(value: CsvValue): string {
  if (value === null) return '';
  if (typeof value === 'number') return String(value);
  const text = STARTS_FORMULA.test(value) ? `'${value}` : value;
  return NEEDS_QUOTES.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}

/**
 * One line of a CSV file (RFC 4180), with its end. Text that a spreadsheet would run as a formula gets an apostrophe in
 * front, since the values come from whoever is allowed to name a user or a group.
 */
export function csvLine(values: readonly CsvValue[]): string {
  return `${values.map(fieldOf).join(',')}\r\n`;
}
