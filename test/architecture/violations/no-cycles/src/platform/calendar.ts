import type { Clock } from './clock.js';

export interface Calendar {
  readonly clock: Clock;
}
