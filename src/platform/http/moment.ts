import { registerDecorator } from 'class-validator';
import { parseDateTime } from '../../text/index.js';

/** Spellings besides xsd:dateTime: no dashes in the day, a blank for the T, an offset without colon. */
const FORM = /^(\d{4})(-?)(\d\d)\2(\d\d)(?:[T ]([\d:.]+)(?:(Z)|([+ -])(\d\d)(?::?(\d\d))?)?)?$/i;

/** A moment in a REST request: the instants from `start` to before `end`. */
export interface Moment {
  /** The first instant. */
  readonly start: Date;
  /** The first instant after it: a day alone lasts until its end, any other moment for a millisecond. */
  readonly end: Date;
}

const MILLISECOND = 1;
const DAY = 86_400_000;

/** The rule for moments, in error messages. */
export const MOMENT_RULE = 'must be a moment such as 2026-11-30T08:00:00Z, or a day such as 2026-11-30';

/**
 * Reads a moment: a dateTime, as SCIM reads it, or a day; undefined for any other text. Without an offset it is UTC. A
 * blank before an offset is read as a plus, because decoding a URL as a form turns one into the other.
 */
export function parseMoment(text: string): Moment | undefined {
  const [, year, , month, day, time, zulu, sign, hours, minutes = '00'] = FORM.exec(text) ?? [];
  const offset = sign === undefined ? (zulu ?? '') : `${sign === ' ' ? '+' : sign}${hours}:${minutes}`;
  const start = parseDateTime(`${year}-${month}-${day}T${time ?? '00:00'}${offset}`);
  return start && { start, end: new Date(start.getTime() + (time === undefined ? DAY : MILLISECOND)) };
}

/** For a text that names a moment, in the query or the body of a REST request. */
export function IsMoment(): PropertyDecorator {
  return (target, propertyName) => {
    registerDecorator({
      name: 'isMoment',
      target: target.constructor,
      propertyName: String(propertyName),
      options: { message: `$property ${MOMENT_RULE}` },
      validator: { validate: (value) => typeof value === 'string' && parseMoment(value) !== undefined },
    });
  };
}
