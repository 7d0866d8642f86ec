import * as events from '../../events/index.js';

const { DomainEvent: _, ImpendingEvent, ...classes } = events;

type EventClass = (typeof classes)[keyof typeof classes];

const isFact = (event: EventClass): boolean => !(event.prototype instanceof ImpendingEvent);

/** The events that the activity log records: all facts. */
export const RECORDED_EVENTS = Object.values(classes).filter(isFact);

/** The type of an entry's event. */
export type Action = EventClass['type'];

export const ACTIONS: readonly string[] = RECORDED_EVENTS.map(({ type }) => type).sort();
