import { describe, expect, it } from '@jest/globals';
import { mostElevated, reachesEverything, ROLES } from './roles.js';

describe('mostElevated', () => {
  it.each(ROLES.slice(1).map((lower, at) => [ROLES[at], lower] as const))(
    'puts %s above %s',
    (higher = 'OW', lower) => {
      expect(mostElevated([lower, higher])).toBe(higher);
      expect(mostElevated([higher, lower])).toBe(higher);
    },
  );

  it('finds none among none', () => {
    expect(mostElevated([])).toBeNull();
  });

  it('leaves the list that it is given alone', () => {
    const roles = ['AN', 'AD'] as const;
    mostElevated(roles);
    expect(roles).toEqual(['AN', 'AD']);
  });
});

describe('reachesEverything', () => {
  it('is so for Owner and Administrator', () => {
    expect(ROLES.filter(reachesEverything)).toEqual(['OW', 'AD']);
  });
});
