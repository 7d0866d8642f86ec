import { describe, expect, it } from '@jest/globals';
import { parseDateTime } from './date-time.js';

describe('parseDateTime', () => {
  it.each([
    ['2026-01-31T08:00:00Z', '2026-01-31T08:00:00.000Z'],
    ['2026-01-31t08:00:00.5z', '2026-01-31T08:00:00.500Z'],
    ['2026-01-31T08:00:00.123456Z', '2026-01-31T08:00:00.123Z'],
    ['2026-01-31T10:30:00+02:30', '2026-01-31T08:00:00.000Z'],
    ['2026-01-31T08:00:00', '2026-01-31T08:00:00.000Z'],
    ['2026-01-31T08:00Z', '2026-01-31T08:00:00.000Z'],
  ])('reads %s as %s', (text, instant) => {
    expect(parseDateTime(text)?.toISOString()).toBe(instant);
  });

  it.each(['', '2026-01-31', 'yesterday', '2026-13-01T00:00:00Z', '2026-01-31T25:00:00Z', '1769846400'])(
    'refuses %j',
    (text) => {
      expect(parseDateTime(text)).toBeUndefined();
    },
  );
});
