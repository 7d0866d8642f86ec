import { Injectable } from '@nestjs/common';
import type { DomainEvent } from '../../events/index.js';
import { OnDomainEvent } from '../../platform/events/on-domain-event.decorator.js';
import { currentContext } from '../../platform/http/request-context.js';
import { ActivityRepository } from './activity.repository.js';
import { RECORDED_EVENTS } from './recorded-events.js';

/** How many ids of a list are logged; the whole list is in the tables themselves. */
const LISTED_AT_MOST = 100;

/** The payload of an event as it is logged: long lists are cut, with their length beside them. */
function detailsOf(event: DomainEvent): object {
  const { organizationId: _, ...payload } = event;
  return Object.fromEntries(
    Object.entries(payload).flatMap(([name, value]: [string, unknown]) =>
      Array.isArray(value)
        ? [
            [name, value.slice(0, LISTED_AT_MOST)],
            [`${name}Count`, value.length],
          ]
        : [[name, value]],
    ),
  );
}

/** Logs every fact, in the transaction that makes it true. */
@Injectable()
export class RecordActivityHandlers {
  constructor(private readonly activity: ActivityRepository) {}

  @OnDomainEvent(...RECORDED_EVENTS)
  async record(event: DomainEvent): Promise<void> {
    await this.activity.insert(event.organizationId, currentContext(), event.type, detailsOf(event));
  }
}
