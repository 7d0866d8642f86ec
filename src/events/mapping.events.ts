import { DomainEvent } from './domain-event.js';

/** Mappings of these groups were added, changed or removed; the access of their members may follow. */
export class MappingsChanged extends DomainEvent {
  constructor(
    organizationId: number,
    readonly groupIds: readonly number[],
  ) {
    super(organizationId);
  }
}
