import { describe, expect, it } from '@jest/globals';
import * as events from '../../events/index.js';
import { ACTIONS, RECORDED_EVENTS } from './recorded-events.js';

describe('RECORDED_EVENTS', () => {
  it('are all domain events, in the order of their names', () => {
    const names = Object.keys(events).filter((name) => name !== 'DomainEvent');
    expect(ACTIONS).toEqual(names.sort());
    expect(ACTIONS).toEqual(expect.arrayContaining(['GroupCreated', 'UserSignedIn', 'WorkspaceMembersChanged']));
  });

  it('are facts, and not the idea of one', () => {
    expect(RECORDED_EVENTS.every((event) => event.prototype instanceof events.DomainEvent)).toBe(true);
  });
});
