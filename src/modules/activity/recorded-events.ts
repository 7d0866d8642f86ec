import * as events from '../../events/index.js';

const { DomainEvent: _, ...facts } = events;

/** The facts that the activity log has, which are all that there are. */
export const RECORDED_EVENTS = Object.values(facts);

/** What an entry is of: the name of its fact. */
export type Action = keyof typeof facts;

export const ACTIONS: readonly string[] = RECORDED_EVENTS.map(({ name }) => name);
