import { jest } from '@jest/globals';
import { DiscoveryService } from '@nestjs/core';

/** Returns the same things in another order. */
export type Reorder = <Thing>(things: readonly Thing[]) => Thing[];

/**
 * Makes the servers that start from now on find the subscribers of events in another order than the modules name them.
 *
 * @returns a function that restores the order
 */
export function reorderSubscribers(reorder: Reorder): () => void {
  const found = Object.getOwnPropertyDescriptor(DiscoveryService.prototype, 'getProviders')
    ?.value as DiscoveryService['getProviders'];
  const spy = jest.spyOn(DiscoveryService.prototype, 'getProviders').mockImplementation(function (
    this: DiscoveryService,
    ...options
  ) {
    return reorder(found.apply(this, options));
  });
  return () => spy.mockRestore();
}

/** An order that depends on a seed alone. */
export function shuffled(seed: number): Reorder {
  return (things) =>
    things
      .map((thing, at) => ({ thing, place: Math.imul(at + 1, 0x9e3779b1 ^ Math.imul(seed, 0x85ebca6b)) >>> 0 }))
      .sort((one, other) => one.place - other.place)
      .map(({ thing }) => thing);
}
