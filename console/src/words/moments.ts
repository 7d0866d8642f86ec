const UNITS: readonly (readonly [Intl.RelativeTimeFormatUnit, number])[] = [
  ['day', 86_400],
  ['hour', 3600],
  ['minute', 60],
];

const relative = new Intl.RelativeTimeFormat('en', { numeric: 'auto' });
const absolute = new Intl.DateTimeFormat('en', { dateStyle: 'medium', timeStyle: 'medium' });

/** “3 hours ago”, from seconds to days. */
export function agoText(moment: Date, now = new Date()): string {
  const seconds = (moment.getTime() - now.getTime()) / 1000;
  const [unit, length] = UNITS.find(([, size]) => Math.abs(seconds) >= size) ?? (['second', 1] as const);
  return Math.abs(seconds) < 5 ? 'just now' : relative.format(Math.round(seconds / length), unit);
}

/** Date and time in the browser's time zone. */
export function momentText(moment: Date): string {
  return absolute.format(moment);
}

/** A number with separators. */
export function countText(number: number): string {
  return new Intl.NumberFormat('en').format(number);
}
