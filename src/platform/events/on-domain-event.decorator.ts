import { SetMetadata } from '@nestjs/common';
import type { DomainEvent } from '../../events/index.js';

/** A concrete class of domain events. */
export interface DomainEventClass<Event extends DomainEvent = DomainEvent> {
  new (...args: never[]): Event;
  readonly type: string;
}

/** Metadata key of a method's subscriptions. */
export const DOMAIN_EVENT_SUBSCRIPTIONS = 'rolecall:domain-event-subscriptions';

type Handler<Event> = (event: Event) => Promise<void>;

/**
 * Subscribes a provider's method to these events. It runs inside the publisher's transaction and is awaited; what it
 * throws rolls everything back.
 */
export function OnDomainEvent<Classes extends DomainEventClass[]>(...events: Classes) {
  return (
    target: object,
    property: string | symbol,
    descriptor: TypedPropertyDescriptor<Handler<InstanceType<Classes[number]>>>,
  ): void => {
    SetMetadata(DOMAIN_EVENT_SUBSCRIPTIONS, events)(target, property, descriptor);
  };
}
