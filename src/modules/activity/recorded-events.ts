import * as events from '../../events/index.js';

const { DomainEvent: _, ImpendingEvent, ...classes } = events;

type EventClass = (typeof classes)[keyof typeof classes];

const isFact = (event: EventClass): boolean => !(event.prototype instanceof ImpendingEvent);

/** The facts that the activity log has, which are all that there are. */
export const RECORDED_EVENTS = Object.values(classes).filter(isFact);

/** What an entry is of: the type of its fact. */
export type Action = EventClass['type'];

export const ACTIONS: readonly string[] = RECORDED_EVENTS.map(({ type }) => type).sort();
