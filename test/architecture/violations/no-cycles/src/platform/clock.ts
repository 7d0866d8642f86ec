import type { Calendar } from './calendar.js';

export interface Clock {
  readonly calendar: Calendar;
}
