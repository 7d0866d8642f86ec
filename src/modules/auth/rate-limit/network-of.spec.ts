import { describe, expect, it } from '@jest/globals';
import { networkOf } from './network-of.js';

describe(networkOf.name, () => {
  it.each([
    ['192.0.2.7', '192.0.2.7'],
    ['::ffff:192.0.2.7', '::ffff:192.0.2.7'],
    ['2001:db8:1:2:3:4:5:6', '2001:db8:1:2'],
    ['2001:db8:1:2::6', '2001:db8:1:2'],
    ['2001:db8::6', '2001:db8:0:0'],
    ['::1', ':0:0:0'],
    ['', ':0:0:0'],
  ])('takes %j for one of %j', (address, network) => {
    expect(networkOf(address)).toBe(network);
  });
});
