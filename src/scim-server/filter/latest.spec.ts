import { describe, expect, it } from '@jest/globals';
import { latest } from './latest.js';

describe(latest.name, () => {
  it('works out a result again only when the argument is another', () => {
    const worked: (string | undefined)[] = [];
    const shout = latest((text: string | undefined) => {
      worked.push(text);
      return text?.toUpperCase();
    });
    expect([shout('a'), shout('a'), shout('b'), shout('a'), shout(undefined), shout(undefined)]).toEqual([
      ...['A', 'A', 'B', 'A'],
      ...[undefined, undefined],
    ]);
    expect(worked).toEqual(['a', 'b', 'a', undefined]);
  });
});
