import { describe, expect, it } from '@jest/globals';
import { seated } from './resolve-seats.js';

const now = (key: string) => ({ key, since: null });
const since = (key: string, moment: number) => ({ key, since: moment });

describe('seated', () => {
  it.each([
    ['without limit everybody gets one', null, 100, [now('ana'), since('bo', 1)], ['bo', 'ana']],
    ['a free seat goes to who asks', 3, 2, [now('ana')], ['ana']],
    ['none is free', 2, 2, [now('ana')], []],
    ['more are taken than there are', 1, 5, [now('ana')], []],
    ['who waits comes before who asks now', 3, 2, [now('ana'), since('bo', 9)], ['bo']],
    ['who waited longer comes first', 3, 1, [since('ana', 5), since('bo', 3), since('cy', 4)], ['bo', 'cy']],
    ['who asks at the same time comes in order', 3, 1, [now('ana'), now('bo'), now('cy')], ['ana', 'bo']],
    ['a limit of none lets nobody in', 0, 0, [now('ana')], []],
  ])('%s', (_, limit, taken, line, expected) => {
    expect([...seated(limit, taken, line)]).toEqual(expected);
  });
});
