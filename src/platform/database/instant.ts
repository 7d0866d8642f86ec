import { sql, type RawBuilder } from 'kysely';

/**
 * Binds an instant as timestamptz. JavaScript writes years outside of 0 to 9999 with a sign and six digits, and has a
 * year 0; PostgreSQL reads neither: it wants 10000, and 0001 BC for the year 0.
 */
export function instantInSql(instant: Date): RawBuilder<unknown> {
  const year = instant.getUTCFullYear();
  const [, rest = ''] = /^[+-]?\d+(-.*)$/.exec(instant.toISOString()) ?? [];
  const text = year > 0 ? `${digits(year)}${rest}` : `${digits(1 - year)}${rest} BC`;
  return sql`${text}::timestamptz`;
}

function digits(year: number): string {
  return String(year).padStart(4, '0');
}
