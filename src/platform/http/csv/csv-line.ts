/** The value of a field in a CSV file; null is empty. */
export type CsvValue = string | number | null;

const NEEDS_QUOTES = /[",\r\n]/;

/** Beginnings that a spreadsheet takes for a formula, or that may smuggle one in. */
const STARTS_FORMULA = /^[=+\-@\t\r]/;

function fieldOf(value: CsvValue): string {
  if (value === null) return '';
  if (typeof value === 'number') return String(value);
  const text = STARTS_FORMULA.test(value) ? `'${value}` : value;
  return NEEDS_QUOTES.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}

/**
 * Writes one line of a CSV file (RFC 4180), with its end. Text that a spreadsheet would run as a formula gets an
 * apostrophe in front: the values come from everybody who may name a user or a group.
 */
export function csvLine(values: readonly CsvValue[]): string {
  return `${values.map(fieldOf).join(',')}\r\n`;
}
